import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countFile, pabulib } from '../../tests/support/ballot-files.ts';

let said: string[];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

async function run(name: string, text: string, ...args: readonly string[]) {
  const status = await countFile(name, text, ...args);
  return { status, report: status === 0 && args.includes('--json') ? (JSON.parse(said.join('')) as unknown) : null };
}

const times = <Item>(number: number, item: Item): Item[] => Array.from({ length: number }, () => item);

describe('a file is counted', () => {
  it('by the rule that all accept: who is refused by a whole group does not win', async () => {
    const votes = [
      ...times(10, ['M', 'a,b'] as const),
      ...times(5, ['M', 'a'] as const),
      ...times(6, ['F', 'b'] as const)
    ];
    const { report } = await run('one.pb', pabulib(votes), '--rule', 'accepted-by-all', '--groups', 'sex', '--json');
    expect(report).toEqual({
      rule: 'accepted-by-all',
      ballots: 21,
      spoiled: 0,
      repaired: 0,
      options: [
        { id: 'a', yes: 15, eligible: false },
        { id: 'b', yes: 16, eligible: true },
        { id: 'c', yes: 0, eligible: false }
      ],
      outcome: 'winner',
      winners: ['b'],
      ratification: false,
      secondBallot: [],
      reasons: [
        'a: 0 of 6 in group "F", fewer than a third.',
        'c has no yes.',
        'b wins: it has the most yes of the eligible options.'
      ]
    });
  });

  it('without groups only everybody gates, and under the other rules nobody does', async () => {
    const votes = [...times(10, ['M', 'a'] as const), ...times(6, ['F', 'b'] as const)];
    const without = await run('a.pb', pabulib(votes), '--rule', 'accepted-by-all', '--json');
    expect(without.report).toMatchObject({ winners: ['a'], ratification: false });
    said = [];
    const approval = await run('b.pb', pabulib(votes), '--rule', 'approval', '--groups', 'sex', '--json');
    expect(approval.report).toMatchObject({
      winners: ['a'],
      ratification: false,
      options: [{}, { eligible: true }, {}]
    });
  });

  it('a group of four does not gate, nor does an empty value', async () => {
    const votes = [
      ...times(10, ['M', 'a'] as const),
      ...times(4, ['F', 'b'] as const),
      ...times(9, ['', 'a'] as const)
    ];
    const { report } = await run('g.pb', pabulib(votes), '--rule', 'accepted-by-all', '--groups', 'sex', '--json');
    expect(report).toMatchObject({ ballots: 23, winners: ['a'] });
  });

  it('repeats are repaired before more than one mark spoils', async () => {
    const votes = [
      ['F', '"a,a"'],
      ['F', 'a,b'],
      ['M', ''],
      ['M', 'b , b ,b'],
      ['M', 'c,c,b']
    ] as const;
    const { report } = await run('p.pb', pabulib(votes, undefined, 'choose-1'), '--rule', 'plurality', '--json');
    expect(report).toMatchObject({
      ballots: 3,
      spoiled: 2,
      repaired: 3,
      outcome: 'tie',
      winners: ['a', 'b'],
      secondBallot: ['a', 'b']
    });
  });

  it('rungs (a) and (b) use the groups under every rule', async () => {
    const votes = [
      ...times(6, ['M', 'a'] as const),
      ...times(4, ['M', 'b'] as const),
      ...times(2, ['F', 'b'] as const),
      ...times(4, ['F', ''] as const)
    ];
    const grouped = await run('r.pb', pabulib(votes), '--rule', 'plurality', '--groups', 'sex', '--json');
    expect(grouped.report).toMatchObject({ outcome: 'winner', winners: ['b'] });
    said = [];
    expect((await run('s.pb', pabulib(votes), '--rule', 'plurality', '--json')).report).toMatchObject({
      outcome: 'tie'
    });
  });

  it('none eligible takes the set of rule 6 to a second ballot, under the default rule and from two options on', async () => {
    const votes = [...times(8, ['M', ''] as const), ['M', 'b'], ['M', 'a']] as const;
    const several = await run('n.pb', pabulib(votes), '--rule', 'accepted-by-all', '--json');
    expect(several.report).toMatchObject({ outcome: 'none-eligible', winners: [], secondBallot: ['a', 'b'] });
    said = [];
    const one = await run('o.pb', pabulib(times(5, ['M', ''] as const), ['a']), '--rule', 'accepted-by-all', '--json');
    expect(one.report).toMatchObject({ outcome: 'none-eligible', secondBallot: [] });
    said = [];
    const other = await run('q.pb', pabulib(times(5, ['M', ''] as const)), '--rule', 'approval', '--json');
    expect(other.report).toMatchObject({ outcome: 'none-eligible', secondBallot: [] });
  });

  it('a winner of under half of all is put to ratification, and no ballot is an outcome as well', async () => {
    const votes = [...times(4, ['', 'a'] as const), ...times(6, ['', ''] as const)];
    const { report } = await run('w.pb', pabulib(votes), '--rule', 'accepted-by-all', '--json');
    expect(report).toMatchObject({ outcome: 'winner', winners: ['a'], ratification: true });
    said = [];
    expect((await run('e.pb', pabulib([]), '--rule', 'approval', '--json')).report).toMatchObject({
      outcome: 'no-ballots',
      ballots: 0,
      winners: [],
      secondBallot: []
    });
  });

  it.each([
    ['commas', 'option:a,option:b,sex\r\n1,,F\r\nx,oui,\r\n0,non,M\r\n'],
    ['semicolons', '\uFEFFoption:a;option:b;sex\n1;;F\n"1";yes;""\n;;M\n']
  ])('a table with %s', async (_what, text) => {
    const { report } = await run('table.csv', text, '--rule', 'approval', '--json');
    expect(report).toMatchObject({
      ballots: 3,
      options: [
        { id: 'a', yes: 2 },
        { id: 'b', yes: 1 }
      ],
      winners: ['a']
    });
  });

  it('and told in words', async () => {
    const { status } = await run('t.csv', 'option:a,option:b\n1,\n', '--rule', 'approval');
    expect(status).toBe(0);
    expect(said.join('\n')).toContain('1 ballots counted by approval; 0 spoiled, 0 repaired');
    expect(said.join('\n')).toContain('winner: a');
  });
});
