// Owns which files a phone may hold of an assembly, by name, so that wiping finds all of them.
import type { Result } from '#lib/domain/shared/result.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { pollKinds } from '#lib/domain/vote/polls.ts';
import { calls } from '#lib/domain/vote/quorum.ts';
import { drawBytes } from './random.ts';
import { wipeFile, type FileHandle } from './file-handle.ts';
import type { FileRefusal } from './private-files.ts';

export type PhoneFiles = {
  /** Empty where there was no such file. */
  open(name: string): Promise<Result<FileHandle, FileRefusal>>;
  remove(name: string): Promise<boolean>;
};

/** Each ballot of each call has a box of its own. */
export const boxFile = ({ ballot, call }: Pick<AssemblyState, 'ballot' | 'call'>): string =>
  `box-${ballot.kind}-${call}`;

/** Besides the keys, which go first. */
const names = ['record', 'practice', ...pollKinds.flatMap((kind) => calls.map((call) => `box-${kind}-${call}`))];

/** Noise over all of them. */
export async function wipeFiles(files: PhoneFiles): Promise<void> {
  for (const name of names) {
    const handle = await files.open(name);
    if (!handle.ok) continue;
    wipeFile(handle.value, drawBytes);
    handle.value.close();
    await files.remove(name);
  }
}
