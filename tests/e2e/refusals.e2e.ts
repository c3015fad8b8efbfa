// What the rules refuse is answered at its field in the person's language, and nothing that was typed is lost.
import type { Page } from '@playwright/test';
import { countersign, signAct, signIn } from '../support/actions.ts';
import { voteUnseen } from '../support/confirm.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { expectMessages, messageOf, type WrongForm } from '../support/wrong-input.ts';
import { freezeUnseen, openPollUnseen, printCardsUnseen } from '../support/unseen.ts';

const tricky = 'Puits & <b>pompe</b> "ɛɔɲŋ"';
const titles = ['Puits', 'École', 'Santé', 'Marché', 'Route', 'Pirogue', 'Moulin'];

/** One is women's, one is of people who returned, and the others of neither. */
const carriers = ['women', 'returned', 'hosts', 'hosts', 'hosts', 'hosts', 'hosts'] as const;

/** Where the desk keeps the proposals, by title. */
async function proposalsOf(page: Page, desk: string): Promise<Readonly<Record<string, string>>> {
  await page.goto(`${desk}/proposals`);
  const links = await page.locator('main a[href*="/proposals/"]:not([href$="/new"])').all();
  const found = await Promise.all(links.map(async (link) => [await link.innerText(), await link.getAttribute('href')]));
  return Object.fromEntries(found.map(([title, href]) => [title, href?.split('/').at(-1) ?? '']));
}

for (const lang of ['fr', 'bm', 'ses'] as const) {
  test(`what the rules refuse is said in ${lang}`, async ({ browser, page, portal }) => {
    test.setTimeout(150_000);
    const parser = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    const check = async (forms: readonly WrongForm[]) => {
      for (const form of forms) await expectMessages(parser, page.request, portal.origin, lang, form);
    };
    const village = await makeVillage(portal, `Refus ${lang}`, titles, carriers);
    const other = await makeVillage(portal, `Voisin ${lang}`, ['Ailleurs']);
    const [chair, second] = village.committee;
    const desk = `/desk/communities/${village.slug}`;
    await signIn(page, other.facilitator);
    const elsewhere = (await proposalsOf(page, `/fr/desk/communities/${other.slug}`))['Ailleurs'] ?? '';
    await signIn(page, chair);
    const ids = await proposalsOf(page, `/fr${desk}`);
    const at = (...wanted: readonly string[]) => wanted.map((title) => ids[title] ?? title).join(',');
    expect(Object.keys(ids).sort()).toEqual([...titles].sort());

    await test.step('a no without a reason, a text withheld of a yes', () =>
      check([
        {
          route: '/[lang=lang]/desk/communities/[slug]/proposals/[id]',
          path: `${desk}/proposals/${ids['Puits']}`,
          action: 'screen',
          typed: { feasible: 'no', cost: '', land: '', upkeepOwner: tricky, beneficiaries: '', reason: tricky },
          wrong: [['reason', ' ', 'screening-reason-missing']]
        },
        {
          route: '/[lang=lang]/desk/communities/[slug]/proposals/[id]',
          path: `${desk}/proposals/${ids['Puits']}`,
          action: 'screen',
          typed: { feasible: 'no', cost: '', land: '', upkeepOwner: '', beneficiaries: '', withheld: 'yes' },
          wrong: [['reason', '', 'screening-reason-missing']]
        }
      ]));

    await test.step('joining what can not be joined', () =>
      check([
        {
          route: '/[lang=lang]/desk/communities/[slug]/proposals/[id]',
          path: `${desk}/proposals/${ids['Puits']}`,
          action: 'merge',
          typed: {},
          wrong: [
            ['into', at('Puits'), 'merge-into-itself'],
            ['into', elsewhere, 'merge-other-consultation'],
            ['into', 'nothing', 'proposal-unknown']
          ]
        }
      ]));

    await test.step('ballots that leave somebody out', () => {
      const left = (...names: readonly string[]) =>
        Object.fromEntries(names.map((title) => [`reason-${ids[title]}`, tricky]));
      const form = (chosen: string, typed: Readonly<Record<string, string>>, wrong: WrongForm['wrong']): WrongForm => ({
        route: '/[lang=lang]/desk/communities/[slug]/freeze',
        path: `${desk}/freeze`,
        typed: {
          ...{
            chosen,
            'place-0': tricky,
            'day-0': '2030-01-31',
            'hour-0': '17:00',
            ownSecret: chair.secret,
            secondPhone: second.phone,
            secondSecret: second.secret
          },
          ...typed
        },
        wrong
      });
      const three = at('Puits', 'École', 'Santé');
      const rest = left('Marché', 'Route', 'Pirogue', 'Moulin');
      return check([
        form(three, rest, [
          ['chosen', '', 'freeze-too-few'],
          ['chosen', at('Puits', 'École'), 'freeze-too-few'],
          ['chosen', at('Puits', 'École', 'Santé', 'Marché', 'Route', 'Pirogue'), 'freeze-too-many'],
          [`reason-${ids['Route']}`, '', 'freeze-reason-missing']
        ]),
        form(at('École', 'Santé', 'Marché'), { ...rest, ...left('Puits') }, [
          ['chosen', at('École', 'Santé', 'Marché'), 'freeze-none-by-women']
        ]),
        form(at('Puits', 'Santé', 'Marché'), { ...rest, ...left('École') }, [
          ['chosen', at('Puits', 'Santé', 'Marché'), 'freeze-none-by-returned']
        ]),
        form(three, { ...rest, secondSecret: chair.secret }, [['secondPhone', chair.phone, 'second-person-same']]),
        form(three, { ...rest, secondSecret: other.committee[0].secret }, [
          ['secondPhone', other.committee[0].phone, 'second-person-may-not']
        ])
      ]);
    });
    await parser.context().close();
  });

  test(`a vote that does not add up needs a word in ${lang}`, async ({ browser, page, portal }) => {
    test.setTimeout(150_000);
    const parser = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    const { slug, facilitator, committee } = await makeVillage(portal, `Urne ${lang}`, titles.slice(0, 3));
    const [chair, second] = committee;
    const desk = `/fr/desk/communities/${slug}`;
    await signIn(page, chair);

    await test.step('screening that somebody else began meanwhile', async () => {
      const answer = await page.request.post(`${desk.replace('/fr/', `/${lang}/`)}?/start-screening`, {
        headers: { origin: portal.origin, accept: 'text/html' },
        form: {}
      });
      expect(answer.status()).toBe(409);
      expect(await answer.text()).toMatch(messageOf(lang, 'stage-moved-on'));
    });

    await freezeUnseen(page, desk, second, 3);
    await signIn(page, facilitator);
    const none = { HW: '0', HM: '0', RW: '0', RM: '0' };
    await expectMessages(parser, page.request, portal.origin, lang, {
      route: '/[lang=lang]/desk/communities/[slug]/cards',
      path: `/desk/communities/${slug}/cards`,
      action: 'print',
      typed: none,
      wrong: [['HW', '0', 'cards-none']]
    });
    const codes = await printCardsUnseen(page, desk);
    await signIn(page, chair);
    // As many as use their cards below: before its hour a vote closes only when nobody is left to vote.
    await openPollUnseen(page, desk, second, { HW: 1, HM: 7, RW: 4, RM: 3 });

    await test.step('a project without an answer', async () => {
      await page.goto(`/${lang}/vote`);
      await page.locator('[name=code]').fill(codes.HW[0] ?? '');
      await page.locator('main form button').last().click();
      await page.locator('[name=mark-0][value=yes]').check({ force: true });
      await page.locator('[name=mark-2][value=no]').check({ force: true });
      await page.locator('main form button').last().click();
      await expect(page.locator('main')).toContainText(messageOf(lang, 'answer-every', 'vote'));
      await expect(page.locator('[name=mark-0][value=yes]')).toBeChecked();
      await expect(page.locator('[name=mark-2][value=no]')).toBeChecked();
    });
    // Two cards of a colour of which one person came.
    for (const code of codes.HW.slice(1, 3)) await voteUnseen(portal.origin, code, [true, true, false]);
    for (const code of [...codes.HM.slice(0, 7), ...codes.RW.slice(0, 3), ...codes.RM.slice(0, 3)])
      await voteUnseen(portal.origin, code, [true, true, false]);

    await signIn(page, chair);
    await signAct(page, desk, second);
    await expectMessages(parser, page.request, portal.origin, lang, {
      route: '/[lang=lang]/desk/communities/[slug]/poll',
      path: `/desk/communities/${slug}/poll`,
      action: 'publish',
      typed: { note: '', ownSecret: chair.secret, secondPhone: second.phone, secondSecret: second.secret },
      wrong: [['note', '  ', 'note-required']]
    });
    await page.goto(`${desk}/poll`);
    await page.locator('[name=note]').fill('Une femme a reçu la carte d’une autre couleur.');
    await countersign(page, second);
    await page.locator('main form button').last().click();
    expect((await page.request.get(`/fr/communities/${slug}/result`)).status()).toBe(200);
    await parser.context().close();
  });
}
