// A phone is prepared at the desk, takes its vote along over HTTP, and hands in an envelope: by network and as a file.
import { makeDeviceKeys, publicKeyOf } from '#lib/client/assembly/device-keys.ts';
import { readPack } from '#lib/domain/assembly/pack.ts';
import { sha256 } from '../support/assemblies.ts';
import { Play, example, ten } from '../support/assembly-play.ts';
import { countersign, signIn } from '../support/actions.ts';
import { makePhoneVote } from '../support/make-phone-vote.ts';
import { changed, handedIn } from '../support/phone-vote.ts';
import { must } from '../support/hire.ts';
import { expect, test } from '../support/portal.ts';

test('two people prepare a phone; it takes the vote along and hands it in', async ({ page, portal }) => {
  const { slug, facilitator, committee } = await makePhoneVote(portal, 'Gounzoureye');
  const [witness] = committee;
  await signIn(page, facilitator);
  await page.goto(`/fr/desk/communities/${slug}/poll`);
  await page.getByRole('link', { name: 'Téléphones du vote' }).click();
  await page.locator('[name=ownSecret]').fill(facilitator.secret);
  await page.locator('[name=secondPhone]').fill(witness.phone);
  await page.locator('[name=secondSecret]').fill(witness.secret);
  await page.getByRole('button', { name: 'Préparer à deux' }).click();
  const code = (await page.locator('.code').first().innerText()).trim();
  expect(code).toMatch(/^\d{4} \d{4}$/);

  const keys = await makeDeviceKeys();
  const asJson = { origin: portal.origin, 'content-type': 'application/json' };
  const ask = (typed: string, publicKey: string) =>
    fetch(`${portal.origin}/fr/assembly/devices`, {
      method: 'POST',
      headers: asJson,
      body: JSON.stringify({ code: typed, publicKey })
    });
  const key = await publicKeyOf(keys);
  expect((await ask('00000000', key)).status).toBe(400);
  const enrolled = (await (await ask(code, key)).json()) as { device: never; token: string; role: 'leading' };
  expect(enrolled.role).toBe('leading');

  const pack = (headers: Record<string, string> = {}) =>
    fetch(`${portal.origin}/fr/assembly/pack`, { headers: { authorization: `Bearer ${enrolled.token}`, ...headers } });
  const taken = await pack();
  expect(taken.headers.get('cache-control')).toBe('no-store');
  expect((await pack({ 'if-none-match': taken.headers.get('etag') ?? '' })).status).toBe(304);
  expect((await pack({ authorization: 'Bearer x' })).status).toBe(401);
  const read = must(readPack(await taken.text(), sha256));
  const { digest: _, ...body } = read;
  const play = new Play(body, 'leading').checkIn(ten).whole(ten, example).do({ do: 'announce' });
  const [envelope = ''] = await handedIn({ ...enrolled, keys, pack: read, play });

  const hand = () =>
    fetch(`${portal.origin}/fr/assembly/envelopes`, { method: 'POST', headers: asJson, body: envelope });
  const first = await hand();
  expect(first.status).toBe(200);
  const answer = await first.text();
  expect(JSON.parse(answer)).toMatchObject({ answer: 'accepted' });
  expect(await (await hand()).text()).toBe(answer);
  expect((await pack()).status).toBe(409);

  await page.goto(`/fr/desk/communities/${slug}/phones`);
  await expect(page.getByText('Elle compte dans le résultat.')).toBeVisible();
  await page
    .locator('[name=file]')
    .setInputFiles({ name: 'vote.json', mimeType: 'application/json', buffer: Buffer.from(envelope) });
  await page.getByRole('button', { name: 'Remettre' }).click();
  await expect(page.locator('.notice')).toContainText('reçue');
  await page
    .locator('[name=file]')
    .setInputFiles({ name: 'vote.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await page.getByRole('button', { name: 'Remettre' }).click();
  await expect(page.locator('.notice')).toContainText('refusée');
});

test('what a phone announced otherwise is shown where two people publish, and they explain it', async ({
  page,
  portal
}) => {
  const { slug, code, facilitator, committee } = await makePhoneVote(portal, 'Talataye');
  const [witness] = committee;
  const keys = await makeDeviceKeys();
  const asJson = { origin: portal.origin, 'content-type': 'application/json' };
  const enrolling = JSON.stringify({ code, publicKey: await publicKeyOf(keys) });
  const devices = await fetch(`${portal.origin}/fr/assembly/devices`, {
    method: 'POST',
    headers: asJson,
    body: enrolling
  });
  const enrolled = (await devices.json()) as { device: never; token: string; role: 'leading' };
  const authorization = `Bearer ${enrolled.token}`;
  const taken = await fetch(`${portal.origin}/fr/assembly/pack`, { headers: { authorization } });
  const pack = must(readPack(await taken.text(), sha256));
  const { digest: _, ...body } = pack;
  const play = new Play(body, 'leading').checkIn(ten).whole(ten, example).do({ do: 'announce' });
  const note = 'Un jeton est perdu.';
  const envelope = await changed({ ...enrolled, keys, pack, play }, { told: 'ZZZZZZ', note });
  await fetch(`${portal.origin}/fr/assembly/envelopes`, { method: 'POST', headers: asJson, body: envelope });

  await signIn(page, facilitator);
  await page.goto(`/fr/desk/communities/${slug}`);
  await page.getByRole('link', { name: 'Téléphones du vote' }).click();
  await expect(page.locator('.notice.warn')).toContainText('ZZZZZZ');
  await page.getByRole('link', { name: 'Le vote' }).click();
  const publishing = page.locator('form[action="?/publish"]');
  await expect(publishing.locator('.notice.warn')).toContainText('ZZZZZZ');
  await expect(publishing.locator('[name=note]')).toHaveValue(note);
  await publishing.locator('[name=note]').fill('');
  await countersign(page, witness);
  await publishing.getByRole('button').click();
  await expect(page.locator('[name=note][aria-invalid=true]')).toBeVisible();
  await publishing.locator('[name=note]').fill('Le téléphone a lu un autre résultat.');
  await countersign(page, witness);
  await publishing.getByRole('button').click();
  await page.goto(`/fr/communities/${slug}/result`);
  await expect(page.locator('main')).not.toContainText('ZZZZZZ');
  await page.goto(`/fr/desk/communities/${slug}/full-minutes`);
  await expect(page.locator('main')).toContainText(note);
});
