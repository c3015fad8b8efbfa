// A whole assembly on a phone without network, from the desk's code to the portal's own count, in each language.
import type { Page } from '@playwright/test';
import { countedOf, makePhoneVote } from '../support/phone-village.ts';
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

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 }, serviceWorkers: 'allow' });
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
const thanks = { fr: 'Merci', bm: 'I ni ce', ses: 'Ni goy' } as const;

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
    const prepared = await preparePhone(page, await village.codeFor('leading'));
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
