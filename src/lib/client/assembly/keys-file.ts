// Owns the file of a box's wrapped keys, and of how often wrong PINs were tried in a row. The keys are written once and never again:
// a power cut while a try is noted must not take the box with it. Wiping this file is what makes every copy of the box unreadable.
import { enrolledNumbers, pairsOf } from '#lib/domain/assembly/pins.ts';
import { decline } from '#lib/domain/assembly/refusals.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { exactly, isWhole, listOf, oneOf, textLike } from '#lib/domain/shared/shape.ts';
import { fromHex, toHex } from '#lib/domain/shared/hex.ts';
import type { WrappedKeys } from './box-keys.ts';
import { readAt, wipeFile, writeThrough, type FileHandle } from './file-handle.ts';
import { drawBytes } from './random.ts';

const pageBytes = 4096;

/** Where nobody can tell how often it was tried, as if it were once too often. */
const unknownTries = 5;

export type KeysFile = {
  readonly keys: WrappedKeys;
  /** Wrong tries in a row. */
  tries(): number;
  /** 0 after right ones. False where it could not be written. */
  noteTries(tries: number): boolean;
  wipe(): boolean;
  close(): void;
};

const isHex = textLike(/^([0-9a-f]{2})+$/);
const wrapped = { salt: isHex, key: isHex };
const isStored = exactly({
  format: oneOf(['sigida-keys-1']),
  enrolled: isWhole,
  rounds: isWhole,
  pairs: listOf(exactly({ of: listOf(isWhole, 2, 2), ...wrapped }), 3, 6),
  recovery: exactly(wrapped)
});
/** Said twice: half a page may be another number, but not the same one again. */
const isTries = exactly({ tries: isWhole, again: isWhole });

/** It refuses a file that holds anything already. */
export function makeKeysFile(
  handle: FileHandle,
  keys: WrappedKeys
): Result<KeysFile, 'box-already-there' | 'box-no-room' | 'keys-unreadable'> {
  try {
    if (handle.getSize() > 0) return decline('box-already-there');
  } catch {
    return decline('keys-unreadable');
  }
  const hex = (one: { readonly salt: Uint8Array; readonly key: Uint8Array }) => ({
    salt: toHex(one.salt),
    key: toHex(one.key)
  });
  const stored = {
    ...keys,
    pairs: keys.pairs.map((pair) => ({ of: pair.of, ...hex(pair) })),
    recovery: hex(keys.recovery)
  };
  const written =
    writeThrough(handle, 0, pageOf(stored)) && writeThrough(handle, pageBytes, pageOf({ tries: 0, again: 0 }));
  return written ? openKeysFile(handle) : decline('box-no-room');
}

export function openKeysFile(handle: FileHandle): Result<KeysFile, 'keys-unreadable'> {
  const keys = keysIn(readPage(handle, 0));
  if (!keys) return decline('keys-unreadable');
  return ok({
    keys,
    tries: () => {
      const page = readPage(handle, pageBytes);
      return isTries(page) && page.tries === page.again ? page.tries : unknownTries;
    },
    noteTries: (tries) => writeThrough(handle, pageBytes, pageOf({ tries, again: tries })),
    wipe: () => wipeFile(handle, drawBytes),
    close: () => handle.close()
  });
}

function keysIn(stored: unknown): WrappedKeys | null {
  if (!isStored(stored)) return null;
  const enrolled = enrolledNumbers.find((number) => number === stored.enrolled);
  const bytes = (one: { readonly salt: string; readonly key: string }) => ({
    salt: fromHex(one.salt),
    key: fromHex(one.key)
  });
  const pairs = (enrolled ? pairsOf(enrolled) : []).flatMap((of) =>
    stored.pairs.filter((pair) => pair.of.join() === of.join()).map((pair) => ({ of, ...bytes(pair) }))
  );
  if (!enrolled || pairs.length !== stored.pairs.length) return null;
  return { format: stored.format, enrolled, rounds: stored.rounds, pairs, recovery: bytes(stored.recovery) };
}

/** @throws where it does not fit: it always does. */
function pageOf(value: unknown): Uint8Array<ArrayBuffer> {
  const page = new Uint8Array(pageBytes);
  page.set(new TextEncoder().encode(JSON.stringify(value)));
  return page;
}

function readPage(handle: FileHandle, at: number): unknown {
  const page = readAt(handle, at, pageBytes);
  try {
    return page && (JSON.parse(new TextDecoder().decode(page).replace(/\0+$/, '')) as unknown);
  } catch {
    return null;
  }
}
