// Owns a phone's storage as whoever steals it finds it: a browser's folder on disk, opened without the browser. With two PINs it reads
// what the program would; without, it looks for anything that can be read.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBox, slotBytes } from '#lib/client/assembly/box-file.ts';
import { openWithPins } from '#lib/client/assembly/box-keys.ts';
import { openKeysFile } from '#lib/client/assembly/keys-file.ts';
import { boxName, readState } from '#lib/client/assembly/running-assembly.ts';
import { copyBytes, openState } from '#lib/client/assembly/state-file.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { MemoryFile } from './file-handles.ts';
import { must } from './two-files.ts';

/** Every file of the browser, whatever it is for. */
export const filesOf = (profile: string): readonly string[] =>
  readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((name) => join(profile, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());

/** Those that the program holds: the browser names them by numbers. */
const ownFiles = (profile: string): readonly string[] =>
  filesOf(profile).filter((path) => /File System\/\d+\/t\/\d+\/\d+$/.test(path.replaceAll('\\', '/')));

/** How many files hold these bytes. */
export const filesWith = (profile: string, bytes: Buffer | string): readonly string[] =>
  filesOf(profile).filter((path) => readFileSync(path).includes(bytes));

/** The box as it lies there now: slots of one length, none like another. */
export function slotsOnDisk(profile: string): readonly Buffer[] {
  const box = ownFiles(profile)
    .map((path) => readFileSync(path))
    .find((bytes) => bytes.length > 2 * copyBytes && bytes.length % slotBytes === 0);
  if (!box) throw new Error('No box lies on the disk');
  return Array.from({ length: box.length / slotBytes }, (_, at) => box.subarray(at * slotBytes, (at + 1) * slotBytes));
}

/** @param pins by people's numbers. @returns what two of them can read. */
export const openDisk = (profile: string, pack: Pack, pins: readonly string[]) =>
  openFiles(
    ownFiles(profile).map((path) => new MemoryFile(readFileSync(path))),
    pack,
    pins
  );

/** @param files of the phone, in any order: each is known by what it holds. */
export async function openFiles(files: readonly MemoryFile[], pack: Pack, pins: readonly string[]) {
  const find = (fits: (file: MemoryFile) => boolean): MemoryFile => {
    const found = files.find(fits);
    if (!found) throw new Error('A file of the phone is missing');
    return found;
  };
  const isKeys = (file: MemoryFile) => Buffer.from(file.bytes.subarray(0, 40)).includes('sigida-keys-1');
  const { keys } = must(openKeysFile(find(isKeys)));
  const given = [1, 2].map((number) => ({ number, pin: pins[number - 1] ?? '' }));
  const [one, other] = given;
  if (!one || !other) throw new Error('Two people open it');
  const key = must(await openWithPins(keys, one, other));
  const record = find((file) => file.bytes.length === 2 * copyBytes);
  const id = [pack.poll.id, pack.sitting, pack.device].join(' ');
  const state = readState(must(await openState(record, key, id)).text(), pack);
  const file = find(({ bytes: { length } }) => length > 2 * copyBytes && length % slotBytes === 0);
  const box = must(await openBox(file, key, boxName(pack, state)));
  return { state, ...(await box.ballots()), filling: box.filling() };
}
