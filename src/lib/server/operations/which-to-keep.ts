// Owns which backups are kept: the newest three, and the newest of each of the last 24 hours and 14 days that have one.

/** Whoever makes one by hand before something risky finds it again, whatever the hour. */
const newest = 3;
const hours = 24;
const days = 14;

/** The first name of each group, of as many groups as wanted. */
function newestOfEach(names: readonly string[], groupOf: (name: string) => string, groups: number): readonly string[] {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(groupOf(name))) found.set(groupOf(name), name);
  return [...found.values()].slice(0, groups);
}

/**
 * @param names of backups, `2026-11-24T02-54-32Z`, the newest first.
 * @returns those that may go. Hours without a backup do not count: a server that stood still for a month keeps its backups.
 */
export function whichToRemove(names: readonly string[]): readonly string[] {
  const kept = new Set([
    ...names.slice(0, newest),
    ...newestOfEach(names, (name) => name.slice(0, 13), hours),
    ...newestOfEach(names, (name) => name.slice(0, 10), days)
  ]);
  return names.filter((name) => !kept.has(name));
}
