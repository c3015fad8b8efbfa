// Owns what was written for whoever asked last: as long as nobody wrote a word into the database, and the day is the same, a feed is
// the same, and neither its bytes nor its tag need to be made again. It keeps little, and nothing of a feed that an hour changes.
import { dayOf } from '#lib/domain/event/day.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';

export type Written = { readonly body: string; readonly changedAt: string | null };

/** Characters of all together: a hundred feeds of a usual size. */
const most = 4_000_000;

/** By address, the one that was asked for longest ago first. */
type Memory = { readonly asked: Map<string, Written>; state: string };
const memories = new WeakMap<Portal, Memory>();

/** @param write makes it anew, or refuses the address; what it says depends on the address, the day and the database alone. */
export function rememberFeed<Code extends string>(
  { db, now }: Context,
  address: string,
  write: () => Result<Written, Code>
): Result<Written, Code> {
  const memory = memoryOf(db, now);
  const known = memory.asked.get(address);
  const made = known ? ok(known) : write();
  if (!made.ok) return made;
  const written = made.value;
  memory.asked.delete(address);
  // Within the second of a change a feed has no date yet: it will have one.
  if (written.changedAt !== null && written.body.length <= most) memory.asked.set(address, written);
  let kept = 0;
  for (const { body } of memory.asked.values()) kept += body.length;
  for (const [oldest, { body }] of memory.asked) {
    if (kept <= most) break;
    memory.asked.delete(oldest);
    kept -= body.length;
  }
  return made;
}

/** Emptied whenever somebody wrote: this program, which counts its own writes, or another one, whose commits have a number. */
function memoryOf(db: Portal, now: Date): Memory {
  const own = db.$client.prepare('SELECT total_changes()').pluck().get() as number;
  const others = db.$client.pragma('data_version', { simple: true }) as number;
  const state = `${dayOf(now)} ${own} ${others}`;
  const memory = memories.get(db) ?? { asked: new Map(), state };
  if (memory.state !== state) memory.asked.clear();
  memory.state = state;
  memories.set(db, memory);
  return memory;
}
