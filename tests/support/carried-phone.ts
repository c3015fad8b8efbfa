// Owns carrying a phone between Node, where it is played, and a browser, whose page opens it as if it had always been there: its files,
// and what `kept-keys.ts` notes of it. No program is kept with it: stories without network prepare their phone by its screens.
import type { Page } from '@playwright/test';
import type { Setup } from '#lib/client/assembly/kept-keys.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { MemoryFile } from './file-handles.ts';
import { MemoryPhone } from './memory-phone.ts';
import { openFiles } from './phone-disk.ts';
import { answerForPortal, grantKeeping, portalKeys, signWithPins, type Prepared } from './phone-stand.ts';
import { openedAnew, preparedPhone, type Play, type PlayedPhone, type Role } from './played-phone.ts';
import { portalKeyOf } from './portal-key.ts';
import { must } from './two-files.ts';

export type Carried = Prepared & { readonly page: Page } & Pick<PlayedPhone, 'pack' | 'role'>;

export type Carrying = {
  readonly origin: string;
  readonly pack: Pack;
  readonly role?: Role;
  /** What happened on the phone before: nothing, where a story begins with people who come. */
  readonly play?: Play;
};

/** @returns a phone on the screen, opened by two people, at the moment up to which it was played. */
export async function carryPhone(page: Page, { origin, pack, role = 'leading', play }: Carrying): Promise<Carried> {
  const played = await preparedPhone(pack, role);
  await play?.(played);
  await grantKeeping(page.context(), page, origin);
  await answerForPortal(page, pack, role);
  await page.goto(`${origin}${withoutProgram}`);
  await putOn(page, played);
  const { pins, recoveryCode } = played;
  await page.goto(`${origin}/fr/assembly`);
  const carried = { page, pins, recoveryCode, pack, role };
  await openByTwo(carried);
  return carried;
}

/** The phone is taken to Node, where people go on, and carried back. */
export async function playOn(carried: Carried, play: Play): Promise<void> {
  const { page } = carried;
  const address = page.url();
  await page.goto(new URL(withoutProgram, address).href);
  const files = new MemoryPhone();
  for (const [name, file] of await filesOn(page)) files.files.set(name, file);
  const played = await openedAnew({ ...carried, files });
  await play(played);
  await putOn(page, played);
  await page.goto(address);
  await openByTwo(carried);
}

/** Two people open what is on the phone. */
export async function openByTwo({ page, ...prepared }: Prepared & { readonly page: Page }): Promise<void> {
  const locked = await page.locator('form.two-pins').elementHandle();
  await signWithPins(page, prepared);
  await locked?.waitForElementState('hidden');
}

/** What is written on the phone at this moment, while its page goes on. */
export const writtenOn = async ({ page, pack, pins }: Carried) =>
  openFiles([...(await filesOn(page)).values()], pack, pins);

/** A page of the same origin that holds none of the files. */
const withoutProgram = '/healthz';

/** From here on this is what the phone holds. */
async function putOn(page: Page, { files, pack, role, phone }: PlayedPhone): Promise<void> {
  const held = must(await phone.look());
  const setup: Setup = {
    device: pack.device,
    token: 'token',
    role,
    pack: JSON.stringify(pack),
    begun: held.held === 'open' && held.state.phase !== 'prepared',
    seen: null,
    portalKey: portalKeyOf(portalKeys)
  };
  const written = [...files.files].map(([name, { bytes }]) => [name, Buffer.from(bytes).toString('base64')] as const);
  await page.evaluate(
    async ({ written, setup }) => {
      const folder = await navigator.storage.getDirectory();
      for (const [name, bytes] of written) {
        const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await file.write(Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0)));
        await file.close();
      }
      const opened = indexedDB.open('sigida-assembly');
      opened.onupgradeneeded = () => opened.result.createObjectStore('phone');
      await new Promise((done) => (opened.onsuccess = done));
      const noting = opened.result.transaction('phone', 'readwrite');
      noting.objectStore('phone').put(setup, 'setup');
      await new Promise((done) => (noting.oncomplete = done));
      opened.result.close();
    },
    { written, setup }
  );
}

async function filesOn(page: Page): Promise<ReadonlyMap<string, MemoryFile>> {
  const read = await page.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    const found: [name: string, bytes: string][] = [];
    for await (const handle of folder.values()) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      found.push([handle.name, Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')]);
    }
    return found.map(([name, bytes]) => [name, btoa(bytes)] as const);
  });
  return new Map(read.map(([name, bytes]) => [name, new MemoryFile(Buffer.from(bytes, 'base64'))]));
}
