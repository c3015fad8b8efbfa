// Owns which cards have voted, in memory beside the file. A disk that fails in the middle of a write can not even be read until
// there is room; whoever confirms again then must not be told that nothing is recorded, and vote a second time on paper.
import type Database from 'better-sqlite3';

/** @returns by the hash of a card's code. Nothing of a choice is in it. */
export function rememberVoted(db: Database.Database) {
  const read = () =>
    new Set(
      db
        .prepare<[], Buffer>(`SELECT hash FROM cards WHERE state = 'u'`)
        .pluck()
        .all()
        .map((hash) => hash.toString('base64'))
    );
  let voted = read();
  return {
    has: (hash: Buffer): boolean => voted.has(hash.toString('base64')),
    add: (hash: Buffer): void => void voted.add(hash.toString('base64')),
    /** After cards were taken away. */
    readAnew: (): void => void (voted = read())
  };
}
