import { expect, test } from 'vitest';
import { projectFiles, readIfText } from '../support/project-files.ts';

/** In pieces, so that this file is not its own finding. */
const marks = [
  ['a folder of one machine', new RegExp(`(^|[\\s"'\`(=:])/(home|wo${'rk'}|root|Users)/[\\w.]`)],
  ['a folder of one machine', new RegExp(`[A-Z]:\\\\\\\\?Us${'ers'}\\\\`)],
  ['the address of a registry', new RegExp(`registry\\.(npm${'js'}|yarnpkg)|npm${'mirror'}`)],
  ['work put off', new RegExp(`\\b(TO${'DO'}|FIX${'ME'})\\b`)],
  ['a test that does not run', new RegExp(`\\b(test|it|describe)\\.(sk${'ip'}|on${'ly'}|fix${'me'})\\(`)],
  ['a check that is silenced', new RegExp(`@ts-(ign${'ore'}|nocheck)|eslint-dis${'able'}`)]
] as const;

/** @returns `path:line: what` for each line that carries a mark. */
const marked = (path: string, text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      marks.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${path}:${index + 1}: ${what}`)
    );

test.each([
  [`cd /wo${'rk'}/main`, 'a folder of one machine'],
  [`"/home/${'awa'}/sigida"`, 'a folder of one machine'],
  [`"resolved": "https://registry.npm${'js'}.org/x"`, 'the address of a registry'],
  [`// TO${'DO'}: later`, 'work put off'],
  [`test.sk${'ip'}('x', () => {})`, 'a test that does not run'],
  [`// @ts-ign${'ore'}`, 'a check that is silenced']
])('%s is seen', (line, what) => {
  expect(marked('x', line)).toEqual([`x:1: ${what}`]);
});

test.each(['/fr/communities/', 'homework/plan', 'the root/branch', 'TODOS', 'https://sigida.example/home/'])(
  '%s is let by',
  (line) => {
    expect(marked('x', line)).toEqual([]);
  }
);

test('no file carries a machine, a registry, or work put off', () => {
  expect(projectFiles.length).toBeGreaterThan(50);
  expect(projectFiles.flatMap((path) => marked(path, readIfText(path) ?? ''))).toEqual([]);
});
