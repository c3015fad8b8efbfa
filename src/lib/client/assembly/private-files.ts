// Owns getting at the files of a phone's browser that nobody else reads, and whether it can hold a vote at all. It runs in a worker. It
// refuses a browser that may throw the files away, and a second tab.
import { decline } from '#lib/domain/assembly/refusals.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { FileHandle } from './file-handle.ts';

/** Only workers have it, so the types of pages do not know it. */
type WorkerFile = FileSystemFileHandle & { createSyncAccessHandle?: () => Promise<FileHandle> };

export type FileRefusal = 'storage-missing' | 'storage-in-use';

/** One holder at a time: while it is open here, another tab is refused. Empty where there was no such file. */
export async function openPrivateFile(name: string): Promise<Result<FileHandle, FileRefusal>> {
  try {
    const folder = await navigator.storage.getDirectory();
    const file = (await folder.getFileHandle(name, { create: true })) as WorkerFile;
    return file.createSyncAccessHandle ? ok(await file.createSyncAccessHandle()) : decline('storage-missing');
  } catch (thrown) {
    const inUse = thrown instanceof DOMException && thrown.name === 'NoModificationAllowedError';
    return decline(inUse ? 'storage-in-use' : 'storage-missing');
  }
}

export async function removePrivateFile(name: string): Promise<boolean> {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(name);
    return true;
  } catch {
    return false;
  }
}

export type HoldingRefusal = 'context-not-secure' | 'storage-missing' | 'storage-not-kept' | 'box-no-room';

/** What a box, a record, keys and the pack may take, several times over. */
const leastRoom = 50_000_000;

/** The first thing for which this phone cannot hold a vote safely; null where it can. Asks for nothing: a page has to ask for keeping. */
export async function whyCannotHoldVote(): Promise<HoldingRefusal | null> {
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) return 'context-not-secure';
  if (!navigator.storage?.getDirectory) return 'storage-missing';
  if (!(await navigator.storage.persisted())) return 'storage-not-kept';
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage < leastRoom ? 'box-no-room' : null;
}
