// The sheets that are printed for a vote: whole pages of A4 and no more, alike for everybody, and nothing before its time.
import type { Page } from '@playwright/test';
import { demonstrationMember, freeze, signIn } from '../support/actions.ts';
import { makeVillage } from '../support/factories.ts';
import { printed } from '../support/paper.ts';
import { expect, test } from '../support/portal.ts';

const long = [
  'Réhabilitation du grand puits pastoral et de son abreuvoir au nord du village',
  'Construction de trois salles de classe et d’un logement pour les enseignantes',
  'Équipement du centre de santé communautaire en panneaux solaires et en lits',
  'Aménagement d’un marché couvert avec magasins de stockage pour les vendeuses',
  'Remise en état de la piste entre le village, le fleuve et la route nationale'
];

/** Pages of each sheet, by the number of options: two labels on a page, the bag's among them. */
const cases = [
  { titles: long, pages: { ballots: 4, bowls: 3, tally: 1, practice: 3 } },
  { titles: long.slice(0, 3), pages: { ballots: 4, bowls: 2, tally: 1, practice: 3 } },
  { titles: ['Puits', 'École'], pages: { ballots: 4, bowls: 2, tally: 1, practice: 3 } }
];

for (const { titles, pages } of cases)
  test(`the sheets of a ballot of ${titles.length} options fill their pages`, async ({ page, portal }) => {
    const village = await makeVillage(portal, `Imprimerie ${titles.length}`, titles);
    const [chair, second] = village.committee;
    const desk = `/fr/desk/communities/${village.slug}`;
    await signIn(page, chair);
    expect((await page.goto(`${desk}/print`))?.status(), 'nothing to print before it is frozen').toBe(404);
    await freeze(page, desk, second, titles.length);

    await page.getByRole('link', { name: 'Feuilles à imprimer' }).click();
    const listed = await page
      .locator('main .list a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(listed).toEqual(Object.keys(pages).map((sheet) => `${desk}/print/${sheet}`));
    expect((await page.goto(`${desk}/print/poster`))?.status(), 'no result is told before it is published').toBe(404);
    expect((await page.goto(`${desk}/print/minutes`))?.status(), 'nobody knows such a sheet').toBe(404);

    for (const [sheet, count] of Object.entries(pages)) {
      for (const lang of ['bm', 'ses', 'fr']) {
        await page.goto(`${desk.replace('/fr/', `/${lang}/`)}/print/${sheet}`);
        const name = `${sheet}-${titles.length}-${lang}`;
        expect(await cutOff(page), `${name} holds what is on it`).toEqual([]);
        expect(await printed(page, name), name).toEqual({ pages: count, papers: ['595 x 842'] });
      }
    }
    await page.goto(`${desk}/print/ballots?colour=RW`);
    expect((await printed(page, `one-colour-${titles.length}`)).pages).toBe(1);
    const ballots = await page.locator('.paper').evaluateAll((papers) => papers.map((paper) => paper.outerHTML));
    expect(ballots).toHaveLength(4);
    expect(new Set(ballots).size, 'no ballot differs from the next').toBe(1);
    for (const title of titles) expect(ballots[0]).toContain(title);
  });

test('the poster shows a published result, on one page', async ({ page, portal }) => {
  await signIn(page, demonstrationMember(portal, 'Facilitator'));
  await page.goto('/fr/communities/gargouna/result');
  const code = await page.locator('main .code').textContent();
  await page.goto('/fr/desk/communities/gargouna/print');
  await page.getByRole('link', { name: 'Affiche du résultat' }).click();
  await expect(page.locator('.poster footer')).toContainText(code ?? 'no code');
  await expect(page.locator('.poster footer')).toContainText(`${portal.origin}/fr/communities/gargouna/result`);
  expect(await cutOff(page)).toEqual([]);
  expect(await printed(page, 'poster')).toEqual({ pages: 1, papers: ['595 x 842'] });

  // The longest that a ballot can hold: five titles of 80 characters, the chosen one among them, and a long reason.
  await page.evaluate(lengthen, long);
  expect(await cutOff(page)).toEqual([]);
  expect(await printed(page, 'poster-long')).toEqual({ pages: 1, papers: ['595 x 842'] });
});

/** Runs in the browser. */
function lengthen(titles: readonly string[]) {
  document.querySelector('.poster')?.classList.remove('short');
  const list = document.querySelector('.poster ul');
  const last = list?.lastElementChild;
  while (list && last && list.children.length < titles.length) list.append(last.cloneNode(true));
  for (const [place, title] of titles.entries()) {
    const shown = document.querySelectorAll('.poster li .what > span')[place];
    if (shown) shown.textContent = title;
  }
  for (const part of document.querySelectorAll('.winner strong, .reason'))
    part.textContent = `${titles[0]} ${part.className && titles.join(' ').slice(0, 160)}`;
}

/** What reaches over the edge of the page, half page or ballot that it stands on, as printed. */
async function cutOff(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const over = await page.locator('.page, .paper, .bowl').evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      const edge = box.getBoundingClientRect();
      return [...box.querySelectorAll('*')]
        .filter((part) => {
          const { bottom, right, left, top } = part.getBoundingClientRect();
          return bottom > edge.bottom + 1 || right > edge.right + 1 || left < edge.left - 1 || top < edge.top - 1;
        })
        .map((part) => `${part.tagName} ${part.textContent?.slice(0, 30)}`);
    })
  );
  await page.emulateMedia({ media: null });
  return over;
}
