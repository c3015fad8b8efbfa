// By voice alone: from a proposal that is spoken, through a real card, to the winner in its proposer's own voice.
import type { Page } from '@playwright/test';
import { browserOptions } from '../../playwright.config.ts';
import { spokenLabelCodes } from '#lib/domain/spoken/labels.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { startScreening } from '#lib/server/community/open-consultation.ts';
import { queueOf } from '#lib/server/proposal/queries.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import { keepRecording } from '#lib/server/spoken/keep-recording.ts';
import { openCall, signIn } from '../support/actions.ts';
import { voteUnseen } from '../support/confirm.ts';
import { makeVillage, withoutHour, type Village } from '../support/factories.ts';
import { namelessIn, heardOn } from '../support/heard.ts';
import { beside, must, settingsOf } from '../support/hire.ts';
import { hearAll, listen, press, tone } from '../support/playing.ts';
import { expect, test } from '../support/portal.ts';
import type { Portal } from '../support/server.ts';
import { freezeUnseen, openPollUnseen, printCardsUnseen, signActUnseen } from '../support/unseen.ts';

const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({
  apart: 'heard',
  javaScriptEnabled: true,
  viewport: { width: 360, height: 640 },
  launchOptions: { ...browserOptions, args: [...browserOptions.args, ...microphone] }
});

const recordAll = (portal: Portal) =>
  beside(portal, async ({ hire }) => {
    const { ctx } = await hire([{ role: 'speaker' }]);
    for (const label of spokenLabelCodes)
      must(await keepRecording(ctx, settingsOf(portal), { language: 'fr', label }, { voice: tone() }));
  });

/** Every control has a name, and every sentence with a voice is heard. */
async function hear(page: Page): Promise<readonly string[]> {
  // What unfolds is a group without a name: the words that unfold it are its own.
  expect(namelessIn(await heardOn(page)).filter((line) => line !== 'group')).toEqual([]);
  return hearAll(page);
}

const spokenTitle = 'Un puits que je dis';
const yes = { feasible: true, cost: 1_000_000, land: 'none-needed', upkeepOwner: 'Comité' } as const;

/** The committee brings another project, and finds both feasible. */
const screenBoth = (portal: Portal, { id }: Village) =>
  beside(portal, async ({ db, hire }) => {
    const { ctx } = await hire([{ role: 'committee', community: id }]);
    const consultation = newestConsultation(db, id)?.id;
    if (!consultation) throw new Error('The call was not opened.');
    const texts = { title: 'École', need: 'École', gainers: '100', place: 'Centre' };
    const other = { ...texts, category: 'school', language: 'fr', proposerGroup: 'returned-women' } as const;
    must(receiveProposal(ctx, consultation, other, ctx.actor.account));
    must(startScreening(ctx, consultation));
    for (const proposal of queueOf(db, consultation))
      must(screenProposal(ctx, proposal.id, { ...yes, beneficiaries: '100', reason: '', withheld: false }));
  });

test('who does not read proposes by voice, votes by card, and hears their own voice win', async ({ page, portal }) => {
  test.setTimeout(90_000);
  await recordAll(portal);
  await listen(page);
  const village = await makeVillage(portal, 'Tondidarou');
  const [home, desk] = [`/fr/communities/${village.slug}`, `/fr/desk/communities/${village.slug}`];
  await openCall(page, village);

  await test.step('they speak their proposal', async () => {
    await page.goto(home);
    await hear(page);
    await page.goto(`${home}/propose`);
    await hear(page);
    await page.locator('[name=category][value=water]').check({ force: true });
    await page.locator('[name=proposerGroup][value=returned-women]').check({ force: true });
    for (const name of ['title', 'need', 'gainers', 'place']) await page.locator(`[name=${name}]`).fill(spokenTitle);
    await page.locator('[data-record]').click();
    await expect(page.getByRole('timer')).toHaveText('0:02');
    await page.locator('[data-record]').click();
    await expect(page.locator('[data-listen]')).toBeVisible();
    await page.locator('main form button').last().click();
    await expect(page).toHaveURL(/received=\w/);
    await hear(page);
  });

  const [chair, second] = village.committee;
  const codes = await test.step('the committee prepares the vote', async () => {
    await screenBoth(portal, village);
    await signIn(page, chair);
    await freezeUnseen(page, desk, second, 2);
    await withoutHour(portal, village);
    await signIn(page, village.facilitator);
    const printed = await printCardsUnseen(page, desk);
    await signIn(page, chair);
    await openPollUnseen(page, desk, second, { HW: 10, HM: 10, RW: 10, RM: 10 });
    await page.context().clearCookies();
    return printed;
  });

  const marks = await test.step('a printed card votes', async () => {
    await page.goto('/fr/vote');
    await hear(page);
    await page.locator('[name=code]').fill(codes.RW[0] ?? '');
    await page.locator('main form button.btn').last().click();
    await hear(page);
    const titles = await page.locator('legend').allTextContents();
    const wanted = titles.map((title) => title.includes(spokenTitle));
    expect(wanted.filter(Boolean)).toHaveLength(1);
    for (const [place, is] of wanted.entries())
      await page.locator(`[name=mark-${place}][value=${is ? 'yes' : 'no'}]`).check({ force: true });
    await page.getByRole('button', { name: 'Voir mon choix' }).click();
    await hear(page);
    await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
    await hear(page);
    return wanted;
  });

  await test.step('the result says which project was chosen, and then the voice that proposed it', async () => {
    for (const [colour, of] of Object.entries(codes))
      for (const code of of.slice(colour === 'RW' ? 1 : 0, 10)) await voteUnseen(portal.origin, code, marks);
    await signIn(page, chair);
    await signActUnseen(page, desk, second);
    await signActUnseen(page, desk, second);
    await page.context().clearCookies();
    await page.goto(`${home}/result`);
    await expect(page.locator('.win')).toContainText(spokenTitle);
    await hear(page);
    await expect(page.locator('.win .ear')).toHaveCount(2);
    await press(page.locator('.win .ear').last());
    await expect(page.locator('.win .ear').last()).toHaveAccessibleName(new RegExp(spokenTitle));
  });
});
