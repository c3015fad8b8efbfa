// From the close to the minutes on one phone: what its screens count, tell and never tell. The portal is faked: it is not needed there.
import type { BrowserContext, Page } from '@playwright/test';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { writeEnvelope } from '#lib/domain/assembly/envelope.ts';
import { barriersOf } from '../support/barriers.ts';
import { envelope, firstExample, pack, device } from '../support/assemblies.ts';
import { carryPhone, playOn } from '../support/carried-phone.ts';
import { countByTwo, enterByHand, noTokenBack, press } from '../support/phone-screens.ts';
import { nextUntilClosed, untilClosed, type Day } from '../support/played-phone.ts';
import { expect, test } from '../support/portal.ts';
import { byColour, tallyOf } from '../support/tallies.ts';

test.use({ javaScriptEnabled: true });
test.describe.configure({ timeout: 120_000 });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const main = (page: Page) => page.locator('#main');

/** A closed ballot is on the screen. */
const closedPhone = async (context: BrowserContext, origin: string, made: Pack, day: Day) =>
  carryPhone(await context.newPage(), { origin, pack: made, play: untilClosed(day) });

test('the first numbered example: counted, read aloud, minutes of one page in each language, a signed code', async ({
  context,
  portal
}) => {
  const yes = [
    [10, 10, 3, 3],
    [6, 6, 6, 6],
    [9, 9, 4, 4]
  ] as const;
  const phone = await closedPhone(context, portal.origin, pack(), { present: [10, 10, 10, 10], yes });
  const { page } = phone;
  await page.locator('[name=unused-HW]').fill('beaucoup');
  await press(page, 'Suivant');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.locator('[name=unused-HW]')).toHaveValue('beaucoup');
  await noTokenBack(page);
  await countByTwo(phone);
  await expect(main(page)).toContainText('« Projet c » est choisi');
  await expect(main(page)).toContainText('26 oui sur 40');
  const first = page.locator('.rows li', { hasText: 'Projet a' });
  await expect(first).toContainText('pas accepté par chaque groupe');
  expect(await main(page).innerText()).not.toMatch(/Femmes hôtes|Hommes de retour/);
  expect(await barriersOf(page, { within: '#main' })).toEqual([]);
  await press(page, 'C’est dit à tous');
  await expect(heading(page)).toHaveText('Le projet est choisi.');
  await press(page, 'Écrire le procès-verbal');
  await page.locator('[name=assisted]').fill('deux');
  await page.locator('[name=nextPlace]').fill('Bara');
  await press(page, 'Enregistrer');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.locator('[name=nextPlace]')).toHaveValue('Bara');
  await page.locator('[name=assisted]').fill('2');
  await press(page, 'Enregistrer');
  await expect(heading(page)).toHaveText('Procès-verbal');
  await expect(page.locator('.told .qr')).toBeVisible();
  expect(await main(page).innerText()).not.toMatch(/Femmes hôtes|Personnes aidées/);
  for (const lang of ['bm', 'ses', 'fr']) {
    await page.locator(`.languages [lang=${lang}]`).click();
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});

test('stones: two people enter, the second sees nothing of the first; unequal counts stand side by side and are made anew', async ({
  context,
  portal
}) => {
  const phone = await closedPhone(context, portal.origin, pack(), { present: [10, 10, 10, 10], channel: 'stones' });
  const { page } = phone;
  const stones = (a: number) => ({ issued: 10, unused: 0, 'yes-0': a, 'yes-1': 6, 'yes-2': 5, discard: 19 - a });
  await page.locator('[name=issued-HW]').fill('10');
  await press(page, 'Enregistrer mon compte');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.locator('[name=issued-HW]')).toHaveValue('10');
  await enterByHand(page, 1, stones(8));
  await expect(main(page)).toContainText('Un compte est enregistré');
  for (const field of await page.locator('input[inputmode=numeric]').all()) await expect(field).toHaveValue('');
  await enterByHand(page, 1, stones(8));
  await expect(page.getByRole('alert')).toBeVisible();
  await enterByHand(page, 3, stones(7));
  await expect(page.locator('.differences tbody tr')).toHaveCount(8);
  await enterByHand(page, 1, stones(8));
  await enterByHand(page, 2, stones(8));
  await expect(main(page)).toContainText('1, 2');
  await countByTwo(phone);
  await expect(main(page)).toContainText('« Projet a » est choisi');
  await expect(main(page)).toContainText('32 oui sur 40');
});

test('a winner of under half is ratified on the spot, by hands', async ({ context, portal }) => {
  const yes = [
    [4, 4, 4, 4],
    [3, 3, 3, 3],
    [0, 0, 0, 0]
  ] as const;
  const phone = await closedPhone(context, portal.origin, pack(), { present: [10, 10, 10, 10], yes });
  const { page } = phone;
  await noTokenBack(page);
  await countByTwo(phone);
  await press(page, 'C’est dit à tous');
  await expect(heading(page)).toContainText('confirmer par oui ou non');
  await press(page, 'Voter maintenant');
  await expect(page.locator('#main')).not.toContainText('Voter maintenant');
  await playOn(phone, nextUntilClosed({ present: [10, 10, 10, 10], channel: 'hands' }));
  await enterByHand(page, 1, { 'yes-0': 7, no: 3 });
  await enterByHand(page, 2, { 'yes-0': 7, no: 3 });
  await countByTwo(phone);
  await expect(main(page)).toContainText('« Projet a » est confirmé : 28 oui, 12 non.');
  await press(page, 'C’est dit à tous');
  await expect(heading(page)).toHaveText('Le projet est choisi.');
  await press(page, 'Écrire le procès-verbal');
  await press(page, 'Enregistrer');
  await expect(page.locator('.told li')).toHaveCount(2);
  await expect(page.locator('article')).toContainText('est confirmé');
});

test('a tie that lasts twice is settled by lot, before a witness of each group', async ({ context, portal }) => {
  const even = [
    [6, 6, 6, 6],
    [6, 6, 6, 6],
    [0, 0, 0, 0]
  ] as const;
  const phone = await closedPhone(context, portal.origin, pack(), { present: [10, 10, 10, 10], yes: even });
  const { page } = phone;
  await noTokenBack(page);
  await countByTwo(phone);
  await expect(main(page)).toContainText('à égalité');
  await press(page, 'C’est dit à tous');
  await expect(main(page)).toContainText('deuxième tour entre projets à égalité');
  await expect(main(page).locator('.rows li')).toHaveCount(2);
  await press(page, 'Voter maintenant');
  await expect(page.locator('#main')).not.toContainText('Voter maintenant');
  await playOn(phone, nextUntilClosed({ present: [2, 2, 2, 2], channel: 'hands' }));
  const half = { cast: 10, 'yes-0': 5, 'yes-1': 5 };
  await enterByHand(page, 1, half);
  await enterByHand(page, 2, half);
  await countByTwo(phone);
  await press(page, 'C’est dit à tous');
  await expect(heading(page)).toHaveText('Tirage au sort');
  await page.getByText('B. Projet b').click();
  await press(page, 'Enregistrer');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByText('Témoin des hôtes', { exact: true }).click();
  await page.getByText('Témoin des personnes de retour', { exact: true }).click();
  await press(page, 'Enregistrer');
  await expect(main(page)).toContainText('« Projet b » est choisi par tirage au sort public');
});

test('the counts of two other phones add up in either order, and none is shown before', async ({ browser, portal }) => {
  const sittings = ['sitting1', 'sitting2'].map((id) => ({ id, place: 'Bara', day: '2026-07-05' }));
  const made = pack({ sittings: sittings as never });
  const quarter = { tally: tallyOf([5, 5, 5, 5], { a: [1, 1, 1, 1], b: [3, 3, 3, 3], c: [5, 5, 5, 5] }), damaged: 0 };
  const other = (name: string, sitting: string, counts: typeof firstExample) =>
    writeEnvelope({
      envelope: envelope({
        device: device(name),
        sitting: sitting as never,
        counts,
        attendance: {
          present: byColour(sitting === 'sitting1' ? [0, 0, 0, 0] : [10, 10, 10, 10]),
          youth: 0,
          disability: 0,
          disputes: 0
        },
        tokens: { used: counts.tally.ballots, unused: byColour([0, 0, 0, 0]) },
        told: null
      }),
      signature: 'ab'.repeat(64)
    });
  const files = [other('phone2', 'sitting1', quarter), other('phone3', 'sitting2', firstExample)];
  const told: string[] = [];
  for (const order of [files, files.toReversed()]) {
    const context = await browser.newContext({ javaScriptEnabled: true, locale: 'fr' });
    const phone = await closedPhone(context, portal.origin, made, {
      present: [10, 10, 10, 10],
      yes: [
        [1, 1, 1, 1],
        [2, 2, 2, 2],
        [3, 3, 3, 3]
      ],
      votes: [5, 5, 5, 5],
      phones: 2
    });
    const { page } = phone;
    const hand = (text: string) =>
      page
        .locator('[name=counts]')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await press(page, 'Ce téléphone compte pour tous');
    await hand('{}');
    await expect(page.getByRole('alert')).toContainText('n’est pas le compte d’un téléphone');
    await hand(order[0] ?? '');
    await expect(main(page)).toContainText('Comptes reçus : 1');
    await hand(order[0] ?? '');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await main(page).innerText()).not.toMatch(/oui/i);
    await hand(order[1] ?? '');
    await press(page, 'Vérifier le quorum de toutes les réunions');
    await noTokenBack(page);
    await countByTwo(phone);
    told.push(await main(page).innerText());
    await context.close();
  }
  expect(told[0]).toContain('80 bulletins');
  expect(told[1]).toBe(told[0]);
});
