import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countFile, pabulib } from '../../tests/support/ballot-files.ts';
import { count } from './count.ts';

let complained: string[];
beforeEach(() => {
  complained = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    throw new Error(`Something was counted: ${line}`);
  });
});
afterEach(() => vi.restoreAllMocks());

describe('what can not be understood is refused with its line', () => {
  const good = pabulib([['F', 'a']]);
  it.each([
    ['an unknown id', `${good}\n1;M;a,z`, 'line 13: "z" is not an option.'],
    ['too few cells', `${good}\n1;M`, 'line 13: it has 2 cells, the header 3.'],
    ['too many cells', `${good}\n1;M;a;b`, 'line 13: it has 4 cells, the header 3.'],
    ['a ranking', good.replace('approval', 'ordinal'), 'line 4: ballots of the type "ordinal"'],
    ['points', good.replace('approval', 'cumulative'), 'line 4: ballots of the type "cumulative"'],
    ['a project named twice', pabulib([], ['a', 'b', 'a']), 'line 9: the option "a" stands twice'],
    ['no project', pabulib([], []), 'there is no option'],
    ['no votes', good.slice(0, good.indexOf('VOTES')), 'the section VOTES is missing'],
    ['nothing at all', '', 'there is no option'],
    ['a mark that is none', 'option:a,option:b\n1,maybe\n', 'line 2: "maybe" is neither a mark nor nothing.'],
    ['a row of a table cut short', 'option:a,option:b\n1\n', 'line 2: it has 1 cells, the header 2.'],
    ['an option of a table twice', 'option:a,option:a\n1,1\n', 'line 1: the option "a" stands twice']
  ])('%s', async (_what, text, sentence) => {
    const status = await countFile(text.startsWith('option') ? 'wrong.csv' : 'wrong.pb', text, '--rule', 'approval');
    expect(status).toBe(2);
    expect(complained.join('\n')).toContain(sentence);
  });

  it.each([
    ['a column that is not there', ['--rule', 'approval', '--groups', 'age'], 'no column "age"'],
    ['an unknown rule', ['--rule', 'borda'], '--rule is one of accepted-by-all, approval, plurality'],
    ['an unknown flag', ['--rule', 'approval', '--fast'], 'Usage:']
  ])('%s', async (_what, args, sentence) => {
    expect(await countFile('x.pb', good, ...args)).toBe(2);
    expect(complained.join('\n')).toContain(sentence);
  });

  it('and a file that is not there', async () => {
    expect(await count.run(['/nowhere.pb', '--rule', 'approval'])).toBe(2);
    expect(complained.join('\n')).toContain('/nowhere.pb can not be read');
  });
});
