// Owns where the key lies with which this phone signs, and what it was told when it was enrolled. Both outlive a reload; neither tells
// anything of a vote.
import { createStore, del, get, set } from 'idb-keyval';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { makeDeviceKeys, type DeviceKeys } from './device-keys.ts';

/**
 * `token`: shows the portal which phone asks for its pack. `pack`: as it was downloaded; null before. `begun`: people came, so that no
 * newer pack stands in the way any more. `seen`, `portalKey`: the portal's hour at the
 * enrolment, and the key with which it signs receipts; null where it did not say.
 */
export type Setup = {
  readonly device: string;
  readonly token: string;
  readonly role: AssemblyState['role'];
  readonly pack: string | null;
  readonly begun: boolean;
  readonly seen: number | null;
  readonly portalKey: string | null;
};

const store = () => createStore('sigida-assembly', 'phone');

/** Made once. */
export async function keptDeviceKeys(): Promise<DeviceKeys> {
  const kept = await get<DeviceKeys>('keys', store());
  if (kept) return kept;
  const made = await makeDeviceKeys();
  await set('keys', made, store());
  return made;
}

export const readSetup = async (): Promise<Setup | null> => (await get<Setup>('setup', store())) ?? null;
export const writeSetup = (setup: Setup): Promise<void> => set('setup', setup, store());

/** After the wipe: the next vote enrols this phone anew. */
export async function forgetPhone(): Promise<void> {
  await del('setup', store());
  await del('keys', store());
}
