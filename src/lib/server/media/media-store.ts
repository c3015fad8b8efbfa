// Owns the folder of pictures and voices: a file appears in it whole or not at all. It refuses to fill the disk.
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** What is in no backup stands in a folder of its own: backups copy `media` whole. */
export type MediaFolder = 'media' | 'count-photos';

/** What of the settings is needed here. `leastFree`: bytes. `folder`: `media` unless told otherwise. */
export type MediaStore = { readonly data: string; readonly leastFree: number; readonly folder?: MediaFolder };

/** Beside the databases, outside of whatever is served as files. */
export const mediaFolder = ({ data, folder = 'media' }: MediaStore): string => join(data, folder);
export const mediaFile = (store: MediaStore, name: string): string => join(mediaFolder(store), name);

/** Photos of figures counted by hand. */
export const countPhotosIn = ({ data, leastFree }: MediaStore): MediaStore => ({
  data,
  leastFree,
  folder: 'count-photos'
});

/** Begins the names of files that are still being written. */
export const unfinished = '.new-';

/** Whether `bytes` more leave the databases the room that they need to write. */
export async function hasRoom(store: MediaStore, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(store.data);
  return bavail * bsize - bytes >= store.leastFree;
}

/** Written beside its name and moved there once it is on the disk: a power cut leaves no half picture. */
export async function writeWhole(store: MediaStore, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(mediaFolder(store), { recursive: true, mode: 0o700 });
  const draft = mediaFile(store, unfinished + name);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, mediaFile(store, name));
  await keepFolder(store);
}

/** A rename is on the disk once its folder is; Windows opens no folders, and needs no such thing. */
async function keepFolder(store: MediaStore): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(mediaFolder(store), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export async function removeFiles(store: MediaStore, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => rm(mediaFile(store, name), { force: true })));
}
