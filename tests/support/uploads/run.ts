// Owns handing a set of files to the stores, and telling what became of each.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { media } from '#lib/server/db/schema/media.ts';
import { storePicture } from '#lib/server/media/store-picture.ts';
import { storeVoice } from '#lib/server/media/store-voice.ts';
import { recordMedium, type StoredMedium } from '#lib/server/media/stored-medium.ts';
import { testPortal } from '../database.ts';

export const stores = { picture: storePicture, voice: storeVoice };
export type Kind = keyof typeof stores;

/** Room enough on any disk. @param data a folder that the test wipes. */
export function mediaPlace(data: string) {
  const ctx = { db: testPortal(), now: new Date('2026-07-05T09:00:00Z') };
  const store = { data, leastFree: 0 };
  const send = (kind: Kind, bytes: Uint8Array, name = 'x') =>
    stores[kind](ctx, store, new File([Uint8Array.from(bytes)], name), null);
  const keep = (stored: StoredMedium) => recordMedium(ctx, stored);
  return { ctx, store, send, keep, rows: () => ctx.db.select().from(media).all() };
}

/** @returns the refusal of each file of the folder, or null. */
export async function sendFolder(folder: string, kind: Kind, data: string): Promise<Record<string, string | null>> {
  const { send } = mediaPlace(data);
  const became: Record<string, string | null> = {};
  for (const name of readdirSync(folder).sort()) {
    const sent = await send(kind, readFileSync(join(folder, name)), name);
    became[name] = sent.ok ? null : sent.refusal.code;
  }
  return became;
}
