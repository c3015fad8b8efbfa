// Recording a voice with a real browser and a microphone that only beeps: into the file field, and from there to a radio's file.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { browserOptions } from '../../playwright.config.ts';
import { convertForRadio } from '#lib/server/media/convert-for-radio.ts';
import { signIn } from '../support/actions.ts';
import { makeEvents } from '../support/event-stand.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { hearOgg } from '../support/uploads/decode.ts';
import { mediaPlace } from '../support/uploads/run.ts';

const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({
  javaScriptEnabled: true,
  launchOptions: { ...browserOptions, args: [...browserOptions.args, ...microphone] }
});

/** The parts that the script knows, as `VoiceField.svelte` writes them. */
const form = (most: number) => `<!doctype html><html lang="fr"><title>Voix</title>
  <form><input id="f-voice" name="voice" type="file">
    <div data-recorder="f-voice" data-most="${most}" hidden>
      <button type="button" data-record><span data-step="ready">Enregistrer</span
        ><span data-step="recording" hidden>Arrêter</span><span data-step="recorded" hidden>Recommencer</span></button>
      <button type="button" data-listen hidden>Écouter</button><b role="timer" data-time hidden></b>
      <p role="status" data-recording="Parlez" data-recorded="Enregistré" data-refused="Pas de micro"></p>
    </div><button id="send">Envoyer</button></form><script src="/recorder.js"></script>`;

async function openForm(page: Page, most = 119): Promise<void> {
  await page.route('**/form-with-voice*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: form(most) })
  );
  await page.goto('/form-with-voice');
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const chosen = (page: Page) =>
  page.evaluate(async () => {
    const file = document.querySelector<HTMLInputElement>('#f-voice')?.files?.[0];
    return file ? { name: file.name, bytes: [...new Uint8Array(await file.arrayBuffer())] } : null;
  });

test('a voice is recorded with the keyboard, heard, taken anew, and becomes a file for radios', async ({ page }) => {
  await openForm(page);
  await button(page, 'Enregistrer').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Parlez');
  await expect(button(page, 'Arrêter')).toBeFocused();
  await expect(page.getByRole('timer')).toHaveText('0:02');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Enregistré');
  await expect(button(page, 'Recommencer')).toBeFocused();
  await button(page, 'Écouter').click();
  const file = await chosen(page);
  expect(file?.name).toBe('voice.webm');

  const data = mkdtempSync(join(tmpdir(), 'sigida-recorded-'));
  try {
    const { send, store } = mediaPlace(data);
    const stored = await send('voice', Uint8Array.from(file?.bytes ?? []));
    if (!stored.ok) throw new Error(stored.refusal.code);
    const made = await convertForRadio({ ...store, ffmpeg: null }, stored.value.row);
    if (!made.ok || !made.value) throw new Error('not made');
    const { id, ending } = made.value.row;
    const heard = await hearOgg(readFileSync(join(data, 'media', `${id}.${ending}`)));
    expect(heard.complaints).toBe(0);
    expect(heard.seconds).toBeGreaterThan(1.8);
    expect(heard.seconds).toBeLessThan(4);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

test('it stops by itself, and gives way to a file chosen by hand', async ({ page }) => {
  await openForm(page, 1);
  await button(page, 'Enregistrer').click();
  await expect(page.getByRole('status')).toHaveText('Enregistré');
  await page.locator('#f-voice').setInputFiles({ name: 'mine.mp3', mimeType: 'audio/mpeg', buffer: Buffer.alloc(9) });
  await expect(button(page, 'Enregistrer')).toBeVisible();
  await expect(button(page, 'Écouter')).toBeHidden();
  expect((await chosen(page))?.name).toBe('mine.mp3');
});

test('who sends while still speaking sends what was said', async ({ page }) => {
  await openForm(page);
  await button(page, 'Enregistrer').click();
  await expect(page.getByRole('timer')).toHaveText('0:01');
  await button(page, 'Envoyer').click();
  await expect(page).toHaveURL(/voice=voice\.webm/);
});

test('where nothing can be recorded, the field takes a file as it is', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'MediaRecorder', { value: undefined }));
  await openForm(page);
  await expect(page.locator('[data-recorder]')).toBeHidden();
  await expect(page.locator('#f-voice')).toBeVisible();
});

test('at the desk it is recorded, sent, and can go to the radios', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Tinamar');
  const { waiting } = await makeEvents(portal, village);
  await signIn(page, village.committee[0]);
  const blocked: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions policy/i.test(message.text())) blocked.push(message.text());
  });
  await page.goto(`/fr/desk/events/${waiting}/voices`);
  await button(page, 'Enregistrer').click();
  await expect(page.getByRole('timer')).toHaveText('0:02');
  await button(page, 'Arrêter').click();
  await button(page, 'Écouter').click();
  await button(page, 'Envoyer').click();
  await expect(page.locator('main')).toContainText('Cette voix peut aller aux radios.');
  expect(blocked).toEqual([]);
});
