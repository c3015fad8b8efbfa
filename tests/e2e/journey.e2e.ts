// The whole journey of one community without JavaScript, to the first numbered example of the voting rules.
import type { Page } from '@playwright/test';
import { countersign, freeze, openPoll, printCards, signAct, signIn, vote } from '../support/actions.ts';
import { voteUnseen } from '../support/confirm.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';

/** Ten of each colour; how many of each say yes to A, B and C. */
const example = {
  HW: [10, 6, 9],
  HM: [10, 6, 9],
  RW: [3, 6, 4],
  RM: [3, 6, 4]
} as const;

const ideas = ['Un puits', 'Deux salles de classe', 'Une case de santé'] as const;

async function propose(page: Page, title: string, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=need]').fill('Il nous manque depuis longtemps.');
  await page.locator('[name=gainers]').fill('Tout le village');
  await page.locator('[name=place]').fill('Au centre');
  await page.locator('[name=category][value=water]').check({ force: true });
  await page.locator('[name=proposerGroup][value=returned-women]').check({ force: true });
  await page.locator('main form button').last().click();
}

async function screen(page: Page, desk: string, title: string): Promise<void> {
  await page.goto(`${desk}/proposals`);
  await page.getByRole('link', { name: title }).first().click();
  await page.locator('[name=feasible][value=yes]').check({ force: true });
  await page.locator('[name=cost]').fill('4 200 000');
  await page.locator('[name=land][value=none-needed]').check({ force: true });
  await page.locator('[name=upkeepOwner]').fill('Le comité de l’eau');
  await page.locator('[name=beneficiaries]').fill('900 personnes');
  await page.locator('form:has([name=feasible]) button').last().click();
}

test('a community proposes, votes and sees its one project', async ({ page, portal }) => {
  test.setTimeout(240_000);
  const village = await makeVillage(portal, 'Wabaria');
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  const home = `/fr/communities/${village.slug}`;

  await test.step('the facilitator opens a consultation', async () => {
    await signIn(page, village.facilitator);
    await page.goto(`${desk}/open`);
    await page.locator('[name=sumAvailable]').fill('10 000 000');
    await page.locator('[name=ownShare]').fill('250 000');
    await page.locator('[name=households]').fill('90');
    await page.locator('[name=adultHosts]').fill('120');
    await page.locator('[name=adultReturned]').fill('80');
    await page.locator('main form button').last().click();
    await expect(page).toHaveURL(new RegExp(`${desk}$`));
  });

  await test.step('a resident proposes without an account, and nobody else sees it yet', async () => {
    await page.context().clearCookies();
    await propose(page, ideas[0], `${home}/propose`);
    await expect(page).toHaveURL(/received=1/);
    await page.goto(home);
    await expect(page.getByText(ideas[0])).toHaveCount(0);
  });

  await test.step('the committee enters two more, and screens all three', async () => {
    await signIn(page, chair);
    for (const title of ideas.slice(1)) await propose(page, title, `${desk}/proposals/new`);
    await page.goto(desk);
    await page.getByRole('button', { name: 'Clore l’appel' }).click();
    for (const title of ideas) await screen(page, desk, title);
    await page.goto(home);
    for (const title of ideas) await expect(page.getByText(title).first()).toBeVisible();
  });

  await test.step('two people freeze the ballot, and it can not be changed', async () => {
    await freeze(page, desk, second, 3);
    await page.goto(`${desk}/freeze`);
    await expect(page.getByText('ne peuvent plus changer')).toBeVisible();
  });

  await signIn(page, village.facilitator);
  const codes = await printCards(page, desk);
  await signIn(page, chair);

  await test.step('too few returned people are present: no vote', async () => {
    await openPoll(page, desk, second, { HW: 10, HM: 10, RW: 2, RM: 2 });
    await expect(page.getByText('4 / 5')).toBeVisible();
    await page.context().clearCookies();
    await page.goto('/fr/vote');
    await page.locator('[name=code]').fill(codes.HW[0] ?? '');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(page.getByText('Le vote n’est pas encore ouvert.').first()).toBeVisible();
  });

  await test.step('with enough people two open the poll', async () => {
    await signIn(page, chair);
    await openPoll(page, desk, second, { HW: 10, HM: 10, RW: 10, RM: 10 });
    await expect(page.getByText('Le vote est ouvert.')).toBeVisible();
  });

  await test.step('forty people vote', async () => {
    await page.context().clearCookies();
    for (const [colour, yes] of Object.entries(example))
      for (let voter = 0; voter < 10; voter++) {
        const code = codes[colour as keyof typeof example][voter] ?? '';
        const marks = yes.map((count) => voter < count);
        // The first and the last of each colour on the pages, the others by the same forms.
        if (voter % 9 === 0) await vote(page, code, marks);
        else await voteUnseen(portal.origin, code, marks);
      }
  });

  await test.step('a used card does not vote again', async () => {
    await page.goto('/fr/vote');
    await page.locator('[name=code]').fill(codes.RM[0] ?? '');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette carte a déjà voté.');
  });

  await test.step('before publication the result is nowhere', async () => {
    for (const address of ['result', 'minutes', 'result.json', 'result.csv'])
      expect((await page.request.get(`${home}/${address}`)).status()).toBe(404);
  });

  await test.step('two people close, and two publish: C wins', async () => {
    await signIn(page, chair);
    await signAct(page, desk, second);
    for (const address of ['result', 'minutes', 'result.json', 'result.csv'])
      expect((await page.request.get(`${home}/${address}`)).status()).toBe(404);
    await signAct(page, desk, second);
    await page.context().clearCookies();
    await page.goto(`${home}/result`);
    await expect(page.locator('.win')).toContainText(ideas[2]);
    const result = await (await page.request.get(`${home}/result.json`)).json();
    expect(result).toMatchObject({ outcome: 'winner', follows: 'decided', ballots: 40 });
    expect(result.options).toMatchObject([
      { letter: 'A', yes: 26, accepted_by_every_group: false, chosen: false },
      { letter: 'B', yes: 24, accepted_by_every_group: true, chosen: false },
      { letter: 'C', yes: 26, accepted_by_every_group: true, chosen: true }
    ]);
  });
});

test('freezing needs another person than the one who signs in', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Tacharane', ['Un', 'Deux', 'Trois']);
  const desk = `/fr/desk/communities/${village.slug}`;
  await signIn(page, village.committee[0]);
  await page.goto(`${desk}/freeze`);
  for (let option = 0; option < 3; option++) await page.locator('[name=chosen]').nth(option).check();
  await page.locator('[name=place-0]').fill('Marché');
  await page.locator('[name=day-0]').fill('2030-01-01');
  await page.locator('[name=hour-0]').fill('17:00');
  await countersign(page, village.committee[0]);
  await page.locator('main form button').last().click();
  await expect(page.getByText('Il faut une autre personne que vous.').first()).toBeVisible();
  await expect(page.locator('[name=place-0]')).toHaveValue('Marché');
  await expect(page.locator('[name=secondSecret]')).toHaveValue('');
});
