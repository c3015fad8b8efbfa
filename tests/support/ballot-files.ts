// Owns short ways of writing files of ballots, and of running the command that counts them.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count } from '../../src/commands/count.ts';

/** Writes the file and counts it. @returns the exit status. */
export function countFile(name: string, text: string, ...args: readonly string[]): Promise<number> {
  const file = join(mkdtempSync(join(tmpdir(), 'sigida-count-')), name);
  writeFileSync(file, text);
  return count.run([file, ...args]);
}

/** @param votes sex and vote of each ballot. */
export const pabulib = (
  votes: readonly (readonly [sex: string, vote: string])[],
  ids = ['a', 'b', 'c'],
  type = 'approval'
) =>
  [
    'META',
    'key;value',
    'description;A "quoted" village; with more',
    `vote_type;${type}`,
    'PROJECTS',
    'project_id;cost;name',
    ...ids.map((id) => `${id};100;Projet ${id}`),
    'VOTES',
    'voter_id;sex;vote',
    ...votes.map(([sex, vote], number) => `${number};${sex};${vote}`)
  ].join('\n');
