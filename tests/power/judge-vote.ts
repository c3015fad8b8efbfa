// Owns judging what a server did for one vote, line by line in its order: was all of it on the disk before the reply began?
export type Judged = 'on-disk' | 'no-reply' | 'not-written' | 'not-synced';

const box = ['ballots.db', 'ballots.db-journal'] as const;
const isSync = (line: string): boolean => line.startsWith('fsync ');

/** @returns whether every change of the file, and its name where that is gone, was asked to the disk after it. */
function isSynced(file: string, lines: readonly string[]): boolean {
  const changed = Math.max(lines.lastIndexOf(`wrote ${file}`), lines.lastIndexOf(`cut ${file}`));
  const removed = lines.lastIndexOf(`removed ${file}`);
  // Where a file is gone, what was in it is of no matter, and its folder is.
  return removed > changed
    ? lines.lastIndexOf('fsync .') > removed
    : changed < 0 || lines.lastIndexOf(`fsync ${file}`) > changed;
}

/** @param lines from before the request was sent until its whole reply was read; nothing else was asked meanwhile. */
export function judgeVote(lines: readonly string[]): Judged {
  const heard = lines.indexOf('heard');
  const told = heard < 0 ? -1 : lines.indexOf('told', heard);
  if (told < 0) return 'no-reply';
  const before = lines.slice(heard, told);
  if (!before.includes(`wrote ${box[0]}`)) return 'not-written';
  return box.every((file) => isSynced(file, before)) ? 'on-disk' : 'not-synced';
}

/** What the same server would have done without asking anything to the disk. The judgement must find it. */
export const withoutSyncs = (lines: readonly string[]): readonly string[] => lines.filter((line) => !isSync(line));

/**
 * What a server would have done that replies just before it last asks something of the box to the disk: a task may write another
 * file meanwhile. The judgement must find it.
 */
export function replyBeforeSync(lines: readonly string[]): readonly string[] {
  const rest = lines.filter((line) => line !== 'told');
  const last = rest.findLastIndex((line) => box.some((file) => line === `fsync ${file}`));
  return rest.toSpliced(last, 0, 'told');
}
