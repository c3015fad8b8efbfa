// Owns a box of ballots in one file: slots of one length, all sealed and written before anybody votes, each overwritten in place at
// most once. It says that a vote is recorded only after the file gave it back, and tells nothing of an open box but how full it is.
//
// Without the key every slot looks like every other, so a file tells neither how many voted nor which slots were used. With it, the
// slots hold ballots at places drawn by chance and no trace of which came first. Each slot is a page of storage, since a power cut
// in the middle of one write takes a page at most: never a neighbour that was confirmed before.
import { decline } from '#lib/domain/assembly/refusals.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { readAt, wipeFile, writeThrough, type FileHandle } from './file-handle.ts';
import { drawBelow, drawBytes } from './random.ts';
import { seal, sealBytes, unseal } from './seal.ts';

export const slotBytes = 4096;
const plainBytes = slotBytes - sealBytes;
const longestBallot = 64;

/** `damaged`: written to when the power went; nobody was told that a vote in one of them is recorded. */
export type Filling = { readonly used: number; readonly free: number; readonly damaged: number };

type CastRefusal = 'ballot-too-long' | 'box-full' | 'vote-not-written' | 'box-broken';

export type AssemblyBox = {
  filling(): Filling;
  /**
   * @returns ok where the ballot was written, flushed and read back. `vote-not-written`: nothing of it is in the box, the voter may
   * try again. `box-broken`: nobody knows; the box takes no more until it is opened anew.
   */
  cast(ballot: string): Promise<Result<null, CastRefusal>>;
  /** Whether a vote went wrong so that only opening it anew can tell what it holds. */
  isBroken(): boolean;
  /** What a closed box holds, in an order that says nothing. */
  ballots(): Promise<{ readonly ballots: readonly string[]; readonly damaged: number }>;
  /** Noise over every slot, then nothing. False where that failed. */
  wipe(): boolean;
  close(): void;
};

type Slot = 'free' | 'used' | 'damaged';

/** One sitting's box of one ballot, or its practice; the slots of one box open in no other. */
export type BoxId = string;

/** Makes a box with so many empty slots. It refuses a file that holds anything already. */
export async function makeBox(
  handle: FileHandle,
  key: CryptoKey,
  box: BoxId,
  slots: number,
  draw = drawBelow
): Promise<Result<AssemblyBox, 'box-no-room' | 'box-already-there' | 'box-unreadable'>> {
  const place = placeIn(box, slots);
  try {
    if (handle.getSize() > 0) return decline('box-already-there');
    // All room is taken at once: a phone that is full says so now, not to the thirtieth voter.
    handle.truncate(slots * slotBytes);
    for (let number = 0; number < slots; number += 1) {
      const sealed = await seal(key, plainOf(''), place(number));
      if (handle.write(sealed, { at: number * slotBytes }) !== slotBytes) return decline('box-no-room');
    }
    handle.flush();
  } catch {
    return decline('box-no-room');
  }
  const opened = await openBox(handle, key, box, draw);
  return opened.ok && opened.value.filling().free === slots ? opened : decline('box-no-room');
}

/** @param draw a number below its argument. It refuses a file of which this key opens nothing. */
export async function openBox(
  handle: FileHandle,
  key: CryptoKey,
  box: BoxId,
  draw = drawBelow
): Promise<Result<AssemblyBox, 'box-unreadable'>> {
  const count = slotsIn(handle);
  if (count === null) return decline('box-unreadable');
  const place = placeIn(box, count);
  const at = (number: number): number => number * slotBytes;
  const read = async (number: number): Promise<string | null> => {
    const bytes = readAt(handle, at(number), slotBytes);
    const plain = bytes && (await unseal(key, bytes, place(number)));
    return plain && ballotIn(plain);
  };
  const write = async (number: number, ballot: string): Promise<boolean> =>
    writeThrough(handle, at(number), await seal(key, plainOf(ballot), place(number))) &&
    (await read(number)) === ballot;

  const slots: Slot[] = [];
  for (let number = 0; number < count; number += 1) {
    const ballot = await read(number);
    slots.push(ballot === null ? 'damaged' : ballot === '' ? 'free' : 'used');
  }
  if (slots.every((slot) => slot === 'damaged')) return decline('box-unreadable');
  let broken = false;
  const numberOf = (wanted: Slot): number => slots.filter((slot) => slot === wanted).length;

  const cast = async (ballot: string): Promise<Result<null, CastRefusal>> => {
    if (broken) return decline('box-broken');
    if (ballot === '' || ballot.length > longestBallot) return decline('ballot-too-long');
    const free = [...slots.keys()].filter((number) => slots[number] === 'free');
    const number = free[draw(free.length || 1)];
    if (number === undefined) return decline('box-full');
    // Taken before the first wait: two votes at once must not meet in one slot.
    slots[number] = 'used';
    if (await write(number, ballot)) return ok(null);
    // The file may hold this vote all the same. Only an empty slot that reads back lets the voter try again and not be two.
    if (await write(number, '')) {
      slots[number] = 'free';
      return decline('vote-not-written');
    }
    slots[number] = 'damaged';
    broken = true;
    return decline('box-broken');
  };

  const ballots = async () => {
    const found = await Promise.all(slots.map((_, number) => read(number)));
    const given = found.filter((ballot) => ballot !== null && ballot !== '') as string[];
    return { ballots: given.sort(), damaged: found.filter((ballot) => ballot === null).length };
  };

  return ok({
    filling: () => ({ used: numberOf('used'), free: numberOf('free'), damaged: numberOf('damaged') }),
    cast,
    isBroken: () => broken,
    ballots,
    wipe: () => wipeFile(handle, drawBytes),
    close: () => handle.close()
  });
}

const placeIn =
  (box: BoxId, slots: number) =>
  (number: number): string =>
    `sigida-box-1 ${box} ${number} of ${slots}`;

/** Any other size is no box, or one that was cut. */
function slotsIn(handle: FileHandle): number | null {
  try {
    const size = handle.getSize();
    return size > 0 && size % slotBytes === 0 ? size / slotBytes : null;
  } catch {
    return null;
  }
}

/** An empty slot is all noughts. */
function plainOf(ballot: string): Uint8Array<ArrayBuffer> {
  const plain = new Uint8Array(plainBytes);
  plain.set(new TextEncoder().encode(ballot));
  return plain;
}

const ballotIn = (plain: Uint8Array): string => new TextDecoder().decode(plain.subarray(0, plain.indexOf(0)));
