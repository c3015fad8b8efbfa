// A community's own terms, without JavaScript: other numbers for its quorum, a casting vote, and women who vote apart.
import { checkSignedFile } from '#lib/record/check-signed-file.ts';
import { nodeTools } from '#lib/server/result/signing.ts';
import { countersign, signIn } from '../support/actions.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { tieTwice } from '../support/stones.ts';

const titles = ['Puits', 'École', 'Santé'];
const today = (): string => new Date().toISOString().slice(0, 10);

test('terms of its own are frozen by two, and after a second tie the casting vote decides (fr)', async ({
  page,
  portal
}) => {
  test.setTimeout(120_000);
  const village = await makeVillage(portal, 'Zindigui', titles);
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  const told = `/fr/communities/${village.slug}`;
  await signIn(page, chair);

  await test.step('numbers that can not be are named, and what was typed stays', async () => {
    await page.goto(`${desk}/freeze`);
    for (const place of [0, 1, 2]) await page.locator('[name=chosen]').nth(place).check();
    await page.locator('[name=place-0]').fill('Sous le grand arbre');
    await page.locator('[name=day-0]').fill(today());
    await page.locator('[name=channel-0]').selectOption('stones');
    await page.locator('summary', { hasText: 'Quorum' }).click();
    await page.locator('[name=womenPercent]').fill('40');
    await page.locator('[name=statusLeast]').fill('11');
    await page.locator('[name=lastRung][value=casting-vote]').check({ force: true });
    await page.locator('[name=office]').fill('chef de village');
    await page.locator('[name=ownSecret]').fill(chair.secret);
    await page.locator('main form button').last().click();
    await expect(page.locator('main')).toContainText('Pas plus que le nombre qui suffit : 10.');
    await expect(page.locator('[name=statusLeast]')).toBeVisible();
    await expect(page.locator('[name=womenPercent]')).toHaveValue('40');
    await expect(page.locator('[name=office]')).toHaveValue('chef de village');
  });

  await test.step('the second person reads what is not as proposed, and signs', async () => {
    await page.locator('[name=statusLeast]').fill('4');
    await page.locator('[name=ownSecret]').fill(chair.secret);
    await page.locator('main form button').last().click();
    await expect(page).toHaveURL(/\/desk\/acts\/\d+$/);
    const act = new URL(page.url()).pathname;
    await signIn(page, second);
    await page.goto(act);
    const facts = page.locator('main dl');
    for (const text of ['Femmes, pour 100 présents', '40', 'jamais moins de', '4', 'chef de village'])
      await expect(facts).toContainText(text);
    await expect(facts).not.toContainText('Présents demandés');
    await page.locator('[name=ownSecret]').fill(second.secret);
    await page.getByRole('button', { name: 'Signer aussi' }).click();
    await expect(page).toHaveURL(new RegExp(`${desk}$`));
  });

  await test.step('the desk says what to read aloud before the first vote', async () => {
    await page.goto(`${desk}/poll`);
    await expect(page.locator('main')).toContainText('À lire à voix haute avant le premier vote');
    await expect(page.locator('main')).toContainText('au moins 40 % de femmes');
    await expect(page.locator('main')).toContainText(
      'la voix prépondérante, donnée avant le premier vote : chef de village'
    );
  });

  await tieTwice(portal, village);
  await page.goto(`${desk}/poll`);
  await expect(page.locator('form[action="?/publish"], form[action="?/lot"]')).toHaveCount(0);
  await page.locator('[name=option]').nth(1).check({ force: true });
  await page.locator('[name=note]').fill('Dit debout, devant tous.');
  await page.locator('[name=witnesses]').check({ force: true });
  await countersign(page, chair);
  await page.locator('form[action="?/casting-vote"] button').click();
  await countersign(page, chair);
  await page.locator('form[action="?/publish"] button').click();
  await expect(page.locator('form[action="?/publish"]')).toHaveCount(0);

  await test.step('result, minutes and sealed sheets say so', async () => {
    const result = await (await page.request.get(`${told}/result.json`)).json();
    expect(result).toMatchObject({ outcome: 'winner', follows: 'decided', options: [{ yes: 20 }, { chosen: true }] });
    await page.goto(`${told}/result`);
    await expect(page.locator('main')).toContainText('« École » est choisi par la voix prépondérante');
    await page.goto(`${told}/minutes`);
    const minutes = page.locator('.minutes');
    await expect(minutes).toContainText('la voix prépondérante, donnée avant le premier vote : chef de village');
    await expect(minutes).toContainText('au moins 40 % de femmes');
    await expect(minutes).toContainText('jamais moins de 4');
    await expect(minutes).not.toContainText('puis le sort');
    for (const sheet of ['why', 'full-minutes']) {
      await page.goto(`${desk}/${sheet}`);
      await expect(page.locator('main')).toContainText('Dit debout, devant tous.');
      await expect(page.locator('main')).toContainText('chef de village');
    }
  });

  await test.step('the signed file is whole, and one that claims a lot is not', async () => {
    const text = await (await page.request.get(`${told}/record.json`)).text();
    expect(checkSignedFile(text, nodeTools).findings).toEqual([]);
    const claims = text.replace('"rung":"casting-vote"', '"rung":"lot"').replace('winner-casting-vote', 'winner-lot');
    expect(checkSignedFile(claims, nodeTools).findings.map(({ code }) => code)).toContain('outcome-differs');
  });
});

test('women vote apart in a sitting of their own, offered first (fr)', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Berra', titles);
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  await signIn(page, chair);
  await page.goto(`${desk}/freeze`);
  for (const place of [0, 1, 2]) await page.locator('[name=chosen]').nth(place).check();
  await page.locator('[name=place-0]').fill('École');
  await page.locator('[name=day-0]').fill(today());
  await page.locator('[name=hour-0]').fill('23:59');
  await page.getByLabel('Les femmes votent à part').check({ force: true });
  await countersign(page, second);
  await page.locator('main form button').last().click();
  await expect(page).toHaveURL(new RegExp(`${desk}$`));
  await page.goto(`/fr/communities/${village.slug}`);
  await expect(page.locator('main')).toContainText('École · femmes · Cartes');
});
