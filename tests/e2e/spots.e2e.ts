// The recordings that programs of radios fetch: from the field of the desk to the ear of a decoder that knows nothing of us.
import { readFileSync } from 'node:fs';
import { signIn } from '../support/actions.ts';
import { makeEvents } from '../support/event-stand.ts';
import { makeVillage } from '../support/factories.ts';
import { brokenInPodcast } from '../support/feed-rules.ts';
import { readByFeedParser, readByRssParser } from '../support/feed-readers.ts';
import { expect, test } from '../support/portal.ts';
import { sendToRadios } from '../support/radio.ts';
import { hearMp3, hearOgg, type Heard } from '../support/uploads/decode.ts';
import { hertz, toneWav } from '../support/uploads/tones.ts';

const seconds = 3;
/** What is sent, by the language that it is said to be in, and what radios get of it. */
const voices = {
  ses: { name: 'browser.webm', buffer: readFileSync('tests/fixtures/voices/browser.webm'), ending: 'ogg' },
  fr: { name: 'recorder.wav', buffer: toneWav(seconds), ending: 'mp3' }
} as const;
const hear: Readonly<Record<string, (bytes: Uint8Array) => Promise<Heard>>> = { ogg: hearOgg, mp3: hearMp3 };
const types: Readonly<Record<string, string>> = { ogg: 'audio/ogg', mp3: 'audio/mpeg' };

/** Attributes of each enclosure, as they stand in the file. */
const enclosuresIn = (body: string) =>
  [...body.matchAll(/<enclosure\s([^>]*)\/?>/g)].map(([, written = '']) =>
    Object.fromEntries([...written.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
  );

test('what is recorded at the desk can be played by whoever pulls the spots', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Tinaouker');
  const { waiting } = await makeEvents(portal, village);
  const address = `${portal.origin}/feeds/spots.rss?community=${village.slug}`;
  const pull = async () => (await fetch(address)).text();
  await signIn(page, village.committee[0]);
  for (const [language, { name, buffer }] of Object.entries(voices)) {
    await page.goto(`/fr/desk/events/${waiting}/voices`);
    await page.locator('select[name=language]').selectOption(language);
    await page.locator('[name=voice]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Envoyer' }).click();
  }
  await expect(page.getByText('Cette voix peut aller aux radios.')).toHaveCount(2);
  expect(enclosuresIn(await pull()), 'no second person sent them yet').toEqual([]);

  await sendToRadios(portal, village, waiting);
  const body = await pull();
  expect(brokenInPodcast(body)).toEqual([]);
  const enclosures = enclosuresIn(body);
  expect(enclosures).toHaveLength(2);
  for (const { url = '', type = '', length = '' } of enclosures) {
    const answer = await fetch(url);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const ending = url.split('.').at(-1) ?? '';
    expect([answer.status, answer.headers.get('content-type'), bytes.length]).toEqual([200, type, Number(length)]);
    expect(type).toBe(types[ending]);
    const heard = await hear[ending]?.(bytes);
    expect(heard?.complaints).toBe(0);
    expect(Math.abs((heard?.seconds ?? 0) - seconds)).toBeLessThan(0.1);
    expect(Math.abs((heard?.tone ?? 0) - hertz)).toBeLessThan(5);
    expect(heard?.loudness).toBeGreaterThan(0.05);
  }
  expect(enclosures.map(({ url }) => url?.split('.').at(-1)).sort()).toEqual(['mp3', 'ogg']);

  const items = readByFeedParser(body);
  expect((await readByRssParser(body)).map(({ id, sound }) => [id, sound])).toEqual(
    items.map(({ id, sound }) => [id, sound])
  );
  expect(
    readByFeedParser(await pull()).map(({ id }) => id),
    'nothing is fetched twice'
  ).toEqual(items.map(({ id }) => id));

  await page.goto(`/fr/desk/events/${waiting}`);
  await page.locator('[name=cancelReason]').fill('L’arbitre est malade.');
  await page.locator('form[action="?/cancel"] button').last().click();
  expect(enclosuresIn(await pull()), 'what was cancelled is not aired').toEqual([]);
});
