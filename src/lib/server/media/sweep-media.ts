// Owns clearing away files that no row names: a power cut between writing one and recording it leaves it behind.
import { readdir } from 'node:fs/promises';
import type { Portal } from '../db/portal.ts';
import { mediaFolder, removeFiles, type MediaStore } from './media-store.ts';
import { allFiles } from './queries.ts';

/** At start only, while nobody is sending. @returns how many were cleared away. */
export async function sweepMedia(db: Portal, store: MediaStore): Promise<number> {
  const found = await readdir(mediaFolder(store)).catch(() => []);
  const named = allFiles(db);
  const lost = found.filter((name) => !named.has(name));
  await removeFiles(store, lost);
  return lost.length;
}
