// Owns that voices are made into other files one at a time, and that a library which does not come back holds up nobody.
import { readFile } from 'node:fs/promises';
import type { RadioRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { MakeRadioFile } from './repack-voice.ts';
import { takeTurns } from './take-turns.ts';

export type Made = Result<Uint8Array, RadioRefusal>;

export const makeInTurn = takeTurns(1, 6);

/** Milliseconds for a library in our own process. */
const patience = 20_000;

/** Whatever a library throws at bytes that people sent means one thing here. */
export async function withLibrary(make: MakeRadioFile, file: string): Promise<Made> {
  const bytes = await readFile(file);
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (clock = setTimeout(resolve, patience, null)));
  try {
    const made = await Promise.race([make(bytes), late]);
    return made ? ok(made) : refuse('radio-broken');
  } catch {
    return refuse('radio-broken');
  } finally {
    clearTimeout(clock);
  }
}
