// A whole assembly on a phone without network, from the desk's code to the portal's own count, in each language.
import type { Page } from '@playwright/test';
import { countedOf, envelopesOf, makePhoneVote } from '../support/make-phone-vote.ts';
import type { SealedCount } from '#lib/server/vote/seal-result.ts';
import {
  announce,
  checkIn,
  closeVote,
  countVote,
  hurry,
  keepMinutes,
  openVote,
  sendAll,
  sign,
  takeBack,
  vote,
  voteAll,
  votersOf
} from '../support/phone-assembly.ts';
import { grantKeeping, preparePhone } from '../support/phone-stand.ts';
import { expect, test } from '../support/portal.ts';
import type { Portal } from '../support/server.ts';
import { runSigida } from '../support/command.ts';
import { byColour, type Four } from '../support/tallies.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
test.describe.configure({ mode: 'parallel' });

const titles = [
  'Réhabilitation du forage pastoral et de son abreuvoir',
  'Maternité du quartier des retournées',
  'Électrification solaire du marché hebdomadaire'
];
const fifteen: Four = [15, 15, 15, 15];
/** Of fifteen of each colour: the third is accepted by a third of every group, and by most. */
const yes: readonly Four[] = [
  [15, 15, 4, 4],
  [6, 6, 9, 9],
  [13, 13, 7, 6]
];

/** Nothing may be said only to the browser's console. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  return faults;
}

const making = {
  fr: (portal: Portal) => makePhoneVote(portal, 'Amataltal', titles),
  bm: (portal: Portal) => makePhoneVote(portal, 'Banankoro', titles),
  ses: (portal: Portal) => makePhoneVote(portal, 'Bossalia', titles)
};
const thanks = { fr: 'Merci', bm: 'I ni ce', ses: 'Foo nda goy' } as const;

for (const lang of ['fr', 'bm', 'ses'] as const)
  test(`sixty people vote under a tree in ${lang}, and the portal counts the same`, async ({
    page,
    portal,
    context
  }) => {
    test.setTimeout(240_000);
    const village = await making[lang](portal);
    const faults = faultsOf(page);
    await hurry(page);
    await grantKeeping(context, page, portal.origin);
    await page.goto(`${portal.origin}/${lang}/assembly`);
    const prepared = await preparePhone(page, village.code);
    await context.setOffline(true);
    await page.reload();
    await sign(page, prepared);
    await checkIn(page, fifteen, [12, 6]);
    await openVote(page, prepared);
    const [first, ...others] = votersOf(fifteen, yes);
    if (!first) throw new Error('Somebody votes');
    expect(await vote(page, first.colour, first.marks)).toContain(thanks[lang]);
    await takeBack(page);
    await voteAll(page, others);
    await closeVote(page, prepared);
    await countVote(page, prepared);
    await expect(page.locator('.aloud')).toContainText(titles[2] ?? '');
    await announce(page);
    const told = await keepMinutes(page);
    await context.setOffline(false);
    await sendAll(page);
    expect(await countedOf(portal, village)).toMatchObject({ fingerprint: told });
    const { tally } = JSON.parse((await countedOf(portal, village))?.sealed ?? 'null') as SealedCount;
    expect(tally.ballots).toEqual(byColour(fifteen));
    expect(tally.options.map(({ yes: of }) => of)).toEqual(yes.map(byColour));
    expect(await runSigida(['recount'], { SIGIDA_DATA: portal.data })).toMatchObject({ status: 0 });
    expect(faults).toEqual([]);
  });

/** Twice, so that people vote before and after the phone stops. */
const half = votersOf(
  [5, 5, 5, 5],
  [
    [5, 5, 2, 2],
    [3, 3, 3, 3],
    [4, 4, 3, 3]
  ]
);

test('a clock that jumps by a month and a reload at every step lose and refuse nothing', async ({
  page,
  portal,
  context
}) => {
  test.setTimeout(240_000);
  const village = await makePhoneVote(portal, 'Kaniandougou', titles);
  // First the clock that can be set: put in later, it would bring the pauses back.
  await page.clock.setSystemTime(Date.now());
  await hurry(page);
  await grantKeeping(context, page, portal.origin);
  await page.goto(`${portal.origin}/fr/assembly`);
  const prepared = await preparePhone(page, village.code);
  await context.setOffline(true);
  let jump = 30;
  const startAnew = async () => {
    jump = -jump;
    await page.clock.setSystemTime(Date.now() + jump * 86_400_000);
    await page.reload();
    await sign(page, prepared);
  };
  await startAnew();
  await checkIn(page, [10, 10, 10, 10]);
  await startAnew();
  await openVote(page, prepared);
  await startAnew();
  await voteAll(page, half);
  await startAnew();
  await expect(page.locator('.hold')).toBeVisible();
  await voteAll(page, half);
  await closeVote(page, prepared);
  await startAnew();
  await countVote(page, prepared);
  await startAnew();
  await announce(page);
  await startAnew();
  const told = await keepMinutes(page);
  await startAnew();
  await context.setOffline(false);
  await sendAll(page);
  const counted = await countedOf(portal, village);
  expect(counted).toMatchObject({ fingerprint: told });
  expect((JSON.parse(counted?.sealed ?? 'null') as SealedCount).tally.ballots).toEqual(byColour([10, 10, 10, 10]));
});

test('replies that are lost, doubled or late leave one envelope, and one receipt', async ({
  page,
  portal,
  context
}) => {
  test.setTimeout(120_000);
  const village = await makePhoneVote(portal, 'Toguere', titles);
  await hurry(page);
  await grantKeeping(context, page, portal.origin);
  await page.goto(`${portal.origin}/fr/assembly`);
  const prepared = await preparePhone(page, village.code);
  await sign(page, prepared);
  await checkIn(page, [10, 10, 10, 10]);
  await openVote(page, prepared);
  await voteAll(page, votersOf([10, 10, 10, 10], yes));
  await closeVote(page, prepared);
  await countVote(page, prepared);
  await announce(page);
  await keepMinutes(page);
  const replies: string[] = [];
  let times = 0;
  await page.route('**/assembly/envelopes', async (route) => {
    // Sent twice each time, and the first ten answers never reach the phone.
    const [first, again] = [await route.fetch(), await route.fetch()];
    replies.push(await first.text(), await again.text());
    times += 1;
    if (times <= 10) await route.abort('connectionreset');
    else await route.fulfill({ response: again });
  });
  await page.locator('[name=send]').click();
  // Each time the network comes back the phone tries at once.
  while (times <= 10) {
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForTimeout(50);
  }
  await page.locator('#main .signs').first().waitFor({ timeout: 30_000 });
  expect(new Set(replies).size).toBe(1);
  expect(replies.length).toBeGreaterThanOrEqual(22);
  expect(await envelopesOf(portal, village)).toHaveLength(1);
});
