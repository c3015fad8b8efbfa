// Assemblies that vote by hand, without JavaScript: counts that differ, a second ballot, a lot, a call at which too few people came.
import type { Page } from '@playwright/test';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { checkSignedFile } from '#lib/record/check-signed-file.ts';
import { nodeTools } from '#lib/server/result/signing.ts';
import { countersign, freeze, openPoll, signIn } from '../support/actions.ts';
import { four } from '../support/ballots.ts';
import { makeVillage, type Member, type Village } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { makeStonesVote } from '../support/stones.ts';
import { messageOf } from '../support/wrong-input.ts';

const ten = four(10);
const titles = ['Puits', 'École', 'Santé'];
type Figures = Readonly<Record<string, ByColour<number>>>;

/** What people counted with stones. @param each how many stones a voter holds. */
function stones(voters: ByColour<number>, yes: readonly ByColour<number>[], each = yes.length): Figures {
  const left = (colour: keyof typeof voters) =>
    each * voters[colour] - yes.reduce((sum, bowl) => sum + bowl[colour], 0);
  const discard = { HW: left('HW'), HM: left('HM'), RW: left('RW'), RM: left('RM') };
  const bowls = Object.fromEntries(yes.map((bowl, option) => [`yes-${option}`, bowl]));
  return { issued: voters, unused: four(0), ...bowls, discard };
}

async function enter(page: Page, desk: string, figures: Figures): Promise<void> {
  await page.goto(`${desk}/count/1`);
  for (const [figure, counts] of Object.entries(figures))
    for (const [colour, count] of Object.entries(counts))
      await page.locator(`[name=${figure}-${colour}]`).fill(String(count));
  await page.locator('main form button').last().click();
}

async function enterTwice(page: Page, desk: string, [one, other]: Village['committee'], figures: Figures) {
  for (const member of [one, other]) {
    await signIn(page, member);
    await enter(page, desk, figures);
  }
}

async function publish(page: Page, desk: string, second: Member): Promise<void> {
  await page.goto(`${desk}/poll`);
  await countersign(page, second);
  await page.locator('form[action="?/publish"] button').click();
  await expect(page.locator('form[action="?/publish"]')).toHaveCount(0);
}

async function callBallot(page: Page, desk: string, second: Member, channel: string): Promise<void> {
  await page.goto(`${desk}/next-ballot`);
  await page.locator('[name=channel-0]').selectOption(channel);
  await countersign(page, second);
  await page.locator('main form button').last().click();
  await expect(page).toHaveURL(new RegExp(`${desk}/poll$`));
}

test('an assembly with stones is counted twice, and a count that differs is made again (fr)', async ({
  page,
  portal
}) => {
  test.setTimeout(120_000);
  const village = await makeVillage(portal, 'Tondibi', titles);
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  await signIn(page, chair);
  await freeze(page, desk, second, 3, 'stones');
  await openPoll(page, desk, second, ten);
  const right = stones(ten, [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)]);
  const planted = { ...right, 'yes-0': { ...four(10, 10, 3, 3), HW: 9 } };

  await test.step('the second person does not see what the first counted', async () => {
    await enter(page, desk, right);
    await expect(page.locator('main')).toContainText('Un compte est enregistré.');
    await expect(page.locator('main form')).toHaveCount(0);
    await signIn(page, second);
    await page.goto(`${desk}/count/1`);
    for (const input of await page.locator('main input[inputmode]').all()) expect(await input.inputValue()).toBe('');
  });

  await test.step('two that differ stand side by side, and nothing is counted', async () => {
    await enter(page, desk, planted);
    await expect(page.locator('table.differences tbody tr')).toHaveCount(1);
    await expect(page.locator('table.differences tbody tr')).toContainText('Oui pour A · Femmes hôtes');
    await expect(page.locator('table.differences td')).toHaveText(['10', '9']);
    await page.goto(`${desk}/poll`);
    await expect(page.locator('main')).toContainText('Les deux comptes ne sont pas égaux.');
    await expect(page.locator('form[action="?/publish"]')).toHaveCount(0);
  });

  await test.step('both count again, and C wins', async () => {
    await enterTwice(page, desk, [second, chair], right);
    await publish(page, desk, second);
    const result = await (await page.request.get(`/fr/communities/${village.slug}/result.json`)).json();
    expect(result).toMatchObject({ outcome: 'winner', follows: 'decided', ballots: 40 });
    expect(result.options).toMatchObject([{ yes: 26 }, { yes: 24 }, { yes: 26, chosen: true }]);
  });

  await test.step('the signed file is whole, for anybody', async () => {
    const text = await (await page.request.get(`/fr/communities/${village.slug}/record.json`)).text();
    const key = (await (await page.request.get('/record-key.txt')).text()).trim();
    expect(checkSignedFile(text, nodeTools, key).findings).toEqual([]);
    expect(text).not.toMatch(/"(HW|RM|tally|present)"/);
  });
});

test('a second ballot follows where nothing was accepted by every group (bm)', async ({ page, portal }) => {
  test.setTimeout(120_000);
  const village = await makeStonesVote(portal, 'Forgho-koira', 'none-eligible');
  const [chair, second] = village.committee;
  const desk = `/bm/desk/communities/${village.slug}`;
  await signIn(page, chair);
  await page.goto(`${desk}/poll`);
  await page.getByRole('link', { name: messageOf('bm', 'title', 'next-ballot') }).click();
  await expect(page.locator('main .rows li')).toHaveCount(2);
  await callBallot(page, desk, second, 'stones');
  await openPoll(page, desk, second, ten);
  await enterTwice(page, desk, [chair, second], stones(ten, [four(9, 9, 4, 4), four(9, 9, 3, 3)]));
  await publish(page, desk, chair);
  const result = await (await page.request.get(`/bm/communities/${village.slug}/result.json`)).json();
  expect(result).toMatchObject({ outcome: 'winner', follows: 'decided', ballots: 40 });
  expect(result.options).toMatchObject([
    { letter: 'A', yes: 26, chosen: true },
    { letter: 'C', yes: 24 }
  ]);
});

test('a tie goes to a second ballot and then to the lot (ses)', async ({ page, portal }) => {
  test.setTimeout(120_000);
  const village = await makeStonesVote(portal, 'Gourma', 'open');
  const [chair, second] = village.committee;
  const desk = `/ses/desk/communities/${village.slug}`;
  await enterTwice(page, desk, [chair, second], stones(ten, [four(6), four(6), four(2)]));
  await publish(page, desk, chair);
  await callBallot(page, desk, chair, 'stones');
  await openPoll(page, desk, chair, ten);
  await enterTwice(page, desk, [chair, second], stones(ten, [four(5), four(5)], 1));
  await page.goto(`${desk}/poll`);
  await expect(page.locator('form[action="?/publish"]')).toHaveCount(0);
  expect((await page.request.get(`/ses/communities/${village.slug}/result.json`)).status()).toBe(200);

  await test.step('without witnesses it is refused, and what was typed stays', async () => {
    await page.locator('[name=option]').nth(1).check({ force: true });
    await page.locator('[name=note]').fill('Takarda hinka.');
    await countersign(page, chair);
    await page.locator('form[action="?/lot"] button').click();
    await expect(page.locator('main')).toContainText(messageOf('ses', 'lot-needs-witnesses'));
    await expect(page.locator('[name=note]')).toHaveValue('Takarda hinka.');
  });

  await page.locator('[name=witnesses]').check({ force: true });
  await countersign(page, chair);
  await page.locator('form[action="?/lot"] button').click();
  await publish(page, desk, chair);
  const result = await (await page.request.get(`/ses/communities/${village.slug}/result.json`)).json();
  expect(result).toMatchObject({ outcome: 'winner', follows: 'decided', ballots: 40 });
  expect(result.options).toMatchObject([
    { letter: 'A', yes: 20 },
    { letter: 'B', yes: 20, chosen: true }
  ]);
});

test('too few people come twice: no decision, and the proposals are examined again (fr)', async ({ page, portal }) => {
  test.setTimeout(120_000);
  const village = await makeStonesVote(portal, 'Sadou', 'missed');
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  await signIn(page, chair);
  await page.goto(`${desk}/poll`);
  await expect(page.locator('main')).toContainText('Convoquez une seconde assemblée');
  await page.getByRole('link', { name: 'Convoquer une seconde fois' }).click();
  await page.locator('[name=place-0]').fill('École');
  await page.locator('[name=day-0]').fill('2031-01-01');
  await page.locator('main form button').last().click();
  await expect(page.locator('main')).toContainText('Choisissez un jour à partir d’aujourd’hui');
  await expect(page.locator('[name=place-0]')).toHaveValue('École');
  await page.locator('[name=day-0]').fill(new Date().toISOString().slice(0, 10));
  await page.locator('main form button').last().click();
  await expect(page.locator('main')).toContainText('École');
  await expect(page.locator('main')).toContainText('second appel');
  await openPoll(page, desk, second, four(1));
  await expect(page.locator('main')).toContainText('Le quorum manque aussi au second appel');
  await page.goto(desk);
  await expect(page.locator('main')).toContainText('Pas de décision');
  await page.getByRole('button', { name: 'Reprendre l’examen des propositions' }).click();
  await expect(page.locator('main')).toContainText('Examen des propositions');
});
