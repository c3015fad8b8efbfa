// Owns the record of an assembly in one file: two sealed copies of one length, overwritten in place. It refuses a record that does
// not fit, and is never in between: a write that power cuts short leaves the copy of before.
//
// Two copies would be a small history if they were let to differ. They are not: every save writes the older one, and once that reads
// back, the other as well, so at rest both say the same. Only a cut between the two leaves the last step visible, to whoever holds
// two PINs, and opening levels it. The record itself knows totals alone, so even then the two tell at most the colour of the last
// voter and never a ballot; in the box no slot tells when it was filled.
import { decline } from '#lib/domain/assembly/refusals.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { readAt, wipeFile, writeThrough, type FileHandle } from './file-handle.ts';
import { drawBytes } from './random.ts';
import { seal, sealBytes, unseal } from './seal.ts';

export const copyBytes = 16_384;
const plainBytes = copyBytes - sealBytes;
/** Two numbers of four bytes stand before the text: the generation, and how long the text is. */
const headBytes = 8;

export type StateFile = {
  /** As it was saved last. */
  text(): string;
  /** @returns ok once the new text reads back from at least one copy. Else, when it is opened anew, either of the two may stand. */
  save(text: string): Promise<Result<null, 'state-too-long' | 'state-not-written'>>;
  wipe(): boolean;
  close(): void;
};

type Copy = { readonly generation: number; readonly text: string };
type Place = 0 | 1;

/** Of an assembly: what was sealed for one opens in no other. */
export type StateId = string;

/** It refuses a file that holds anything already. */
export async function makeState(
  handle: FileHandle,
  key: CryptoKey,
  id: StateId,
  text: string
): Promise<Result<StateFile, 'state-already-there' | 'state-too-long' | 'state-not-written' | 'state-unreadable'>> {
  const plain = plainOf({ generation: 1, text });
  if (!plain) return decline('state-too-long');
  try {
    if (handle.getSize() > 0) return decline('state-already-there');
  } catch {
    return decline('state-unreadable');
  }
  for (const place of [0, 1] as const)
    if (!writeThrough(handle, place * copyBytes, await seal(key, plain, placeIn(id, place))))
      return decline('state-not-written');
  return openState(handle, key, id);
}

export async function openState(
  handle: FileHandle,
  key: CryptoKey,
  id: StateId
): Promise<Result<StateFile, 'state-unreadable'>> {
  const read = async (place: Place): Promise<Copy | null> => {
    const bytes = readAt(handle, place * copyBytes, copyBytes);
    const plain = bytes && (await unseal(key, bytes, placeIn(id, place)));
    return plain && copyIn(plain);
  };
  const write = async (place: Place, plain: Uint8Array<ArrayBuffer>): Promise<boolean> =>
    writeThrough(handle, place * copyBytes, await seal(key, plain, placeIn(id, place)));

  const [first, second] = [await read(0), await read(1)];
  let newest: Place = (second?.generation ?? 0) > (first?.generation ?? 0) ? 1 : 0;
  const found = newest === 1 ? second : first;
  if (!found) return decline('state-unreadable');
  let current: Copy = found;
  const other = (): Place => (newest === 0 ? 1 : 0);
  const level = plainOf(current);
  if (level && first?.generation !== second?.generation) await write(other(), level);

  const save = async (text: string): Promise<Result<null, 'state-too-long' | 'state-not-written'>> => {
    const next: Copy = { generation: current.generation + 1, text };
    const plain = plainOf(next);
    if (!plain) return decline('state-too-long');
    if (!(await write(other(), plain))) return decline('state-not-written');
    current = next;
    newest = other();
    // Where this one fails the new text stands all the same, and the next save begins with the copy that failed.
    await write(other(), plain);
    return ok(null);
  };

  return ok({
    text: () => current.text,
    save,
    wipe: () => wipeFile(handle, drawBytes),
    close: () => handle.close()
  });
}

const placeIn = (id: StateId, place: Place): string => `sigida-state-1 ${id} ${place}`;

/** @returns null where the text is too long. */
function plainOf({ generation, text }: Copy): Uint8Array<ArrayBuffer> | null {
  const bytes = new TextEncoder().encode(text);
  if (headBytes + bytes.length > plainBytes) return null;
  const plain = new Uint8Array(plainBytes);
  const head = new DataView(plain.buffer);
  head.setUint32(0, generation);
  head.setUint32(4, bytes.length);
  plain.set(bytes, headBytes);
  return plain;
}

function copyIn(plain: Uint8Array<ArrayBuffer>): Copy {
  const head = new DataView(plain.buffer, plain.byteOffset);
  const text = new TextDecoder().decode(plain.subarray(headBytes, headBytes + head.getUint32(4)));
  return { generation: head.getUint32(0), text };
}
