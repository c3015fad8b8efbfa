// Owns the keys of this phone while people draw them, type their PINs or mistype them. It keeps neither a PIN nor a key, and makes
// wrong ones wait.
import type { Signers } from '#lib/domain/assembly/acts.ts';
import { waitAfter, type Enrolled } from '#lib/domain/assembly/pins.ts';
import { decline, type BoxRefusal } from '#lib/domain/assembly/refusals.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { makeBoxKeys, openWithCode, openWithPins, type GivenPin, type MadeKeys } from './box-keys.ts';
import { makeKeysFile, openKeysFile, type KeysFile } from './keys-file.ts';
import type { PhoneFiles } from './phone-files.ts';

/** Two of the enrolled, or the sealed code before witnesses. */
export type Unlocking = { readonly pins: readonly [GivenPin, GivenPin] } | { readonly code: string };

type Answer<Value> = Promise<Result<Value, BoxRefusal>>;

/** @param now milliseconds of a clock that only goes forward: the phone's own may jump. */
export function keysOn(files: PhoneFiles, now: () => number, rounds?: number) {
  let drawn: MadeKeys | null = null;
  let file: KeysFile | null = null;
  let notBefore = 0;

  /** Seconds until the next try. */
  const wait = (): number => Math.max(0, Math.ceil((notBefore - now()) / 1000));

  /** null where no vote is on this phone. A second tab is refused here. */
  async function held(): Answer<KeysFile | null> {
    if (file) return ok(file);
    const handle = await files.open('keys');
    if (!handle.ok) return handle;
    const isEmpty = handle.value.getSize() === 0;
    const found = isEmpty ? ok(null) : openKeysFile(handle.value);
    if (!found.ok || !found.value) {
      handle.value.close();
      // Looking leaves no trace: a phone that was wiped has no such file.
      if (isEmpty) await files.remove('keys');
      return found;
    }
    file = found.value;
    notBefore = now() + waitAfter(file.tries()) * 1000;
    return ok(file);
  }

  /** Nothing is stored before `keep`: whoever is interrupted while PINs are shown begins anew. */
  async function draw(enrolled: Enrolled, told?: (done: number, of: number) => void): Promise<MadeKeys> {
    drawn = await makeBoxKeys(enrolled, told, rounds);
    return drawn;
  }

  /** The PINs are with their people. */
  async function keep(): Answer<null> {
    if (!drawn) return decline('keys-not-drawn');
    const handle = await files.open('keys');
    if (!handle.ok) return handle;
    const made = makeKeysFile(handle.value, drawn.wrapped);
    if (!made.ok) return (handle.value.close(), made);
    file = made.value;
    drawn = null;
    return ok(null);
  }

  async function check(by: Unlocking): Answer<{ readonly key: CryptoKey; readonly signers: Signers }> {
    const found = await held();
    if (!found.ok) return found;
    if (!found.value) return decline('keys-unreadable');
    if (wait() > 0) return decline('pins-wait', { detail: { seconds: wait() } });
    const { keys } = found.value;
    const key = 'code' in by ? await openWithCode(keys, by.code) : await openWithPins(keys, ...by.pins);
    if (key.ok) {
      found.value.noteTries(0);
      return ok({ key: key.value, signers: 'code' in by ? 'recovery-code' : [by.pins[0].number, by.pins[1].number] });
    }
    if (key.refusal.code === 'pins-wrong' || key.refusal.code === 'recovery-code-wrong') noteWrong(found.value);
    return key;
  }

  function noteWrong(keys: KeysFile): void {
    const tries = keys.tries() + 1;
    keys.noteTries(tries);
    notBefore = now() + waitAfter(tries) * 1000;
  }

  /** Without them no copy of the rest is worth anything. */
  async function wipe(): Promise<void> {
    const found = await held();
    if (found.ok && found.value) {
      found.value.wipe();
      found.value.close();
    }
    file = null;
    await files.remove('keys');
  }

  return { wait, held, draw, drawn: () => drawn, keep, check, wipe };
}
