// With eyes closed: what a screen reader says on the way through propose, vote and result, in its order, and where Tab leads.
import type { Page } from '@playwright/test';
import { demonstrationMember, printCards, signIn } from '../support/actions.ts';
import { catalogueFiles } from '../support/catalogues.ts';
import { heardOn, jumpsOn, missingFrom, namelessIn, tabbingFaults } from '../support/heard.ts';
import { expect, test } from '../support/portal.ts';

test.use({ apart: 'eyes-closed' });

type Words = (key: string) => string;
const wordsOf =
  (messages: Readonly<Record<string, string>>): Words =>
  (key) =>
    messages[key] ?? key;

const footer = (words: Words) => ['contentinfo', `navigation ${words('layout.sections')}`];

/** Every page begins and ends alike, but within a vote, where nothing leads away; and nothing on it is without a name. */
async function expectToHear(page: Page, words: Words, wanted: readonly string[], end = footer(words)): Promise<void> {
  const heard = await heardOn(page);
  const frame = (said: readonly string[]) => [
    `link ${words('layout.skip')}`,
    'banner',
    `navigation ${words('layout.languages')}`,
    'main',
    ...said,
    ...end
  ];
  expect(missingFrom(heard, frame(wanted)), heard.join('\n')).toBeNull();
  expect(namelessIn(heard)).toEqual([]);
  expect(await jumpsOn(page)).toEqual([]);
  expect(await tabbingFaults(page)).toEqual([]);
}

const next = (page: Page) => page.locator('main form button.btn').last().click();

for (const { tag, messages } of catalogueFiles)
  test(`propose, vote and result are heard in ${tag}`, async ({ page, portal }) => {
    const words = wordsOf(messages);

    await test.step('propose, with nothing filled in', async () => {
      await page.goto(`/${tag}/communities/kabara/propose`);
      const [title = '', place = ''] = await page.locator('label[for=f-title], label[for=f-place]').allInnerTexts();
      const fields = [`heading ${words('propose.title')}`, 'group', `textbox ${title}`, `textbox ${place}`, 'group'];
      await expectToHear(
        page,
        words,
        fields.filter((line) => line !== 'group')
      );
      await next(page);
      // The summary is said by itself, and leads to each field, which says what is wrong with it.
      await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible();
      for (const link of await page.getByRole('alert').getByRole('link').all()) {
        const field = page.locator((await link.getAttribute('href')) ?? '');
        const asked =
          (await field.getAttribute('type')) === 'radio' ? page.locator('fieldset').filter({ has: field }) : field;
        await expect(asked).toHaveAccessibleDescription(/\S/);
      }
      await expectToHear(page, words, [`heading ${words('propose.title')}`, 'alert', `textbox ${title}`]);
    });

    await test.step('vote by card', async () => {
      await signIn(page, demonstrationMember(portal, 'Facilitator'));
      const codes = await printCards(page, '/fr/desk/communities/bagoundie');
      await page.context().clearCookies();
      await page.goto(`/${tag}/vote`);
      const asked = await page.locator('label[for=f-code]').innerText();
      await expectToHear(page, words, [`heading ${words('vote.title')}`, `textbox ${asked}`, 'button']);
      await page.locator('[name=code]').fill(codes.HW[0] ?? '');
      await next(page);

      const projects = await page.locator('legend').allTextContents();
      expect(projects.length).toBeGreaterThan(2);
      const answers = [`radio ${words('common.no')}`, `radio ${words('common.yes')}`];
      const ballot = projects.flatMap((project) => [`group ${project.trim()}`, ...answers]);
      const see = `button ${words('vote.see-choice')}`;
      await expectToHear(page, words, [`heading ${words('vote.ballot-title')}`, ...ballot, see], []);
      await next(page);
      await expect(page.getByRole('alert')).toHaveText(words('vote.answer-every'));
      await expect(page.getByRole('group').first()).toHaveAccessibleDescription(words('vote.answer-this'));

      for (const yes of await page.locator('[name^=mark-][value=yes]').all()) await yes.check({ force: true });
      await next(page);
      const confirm = `button ${words('vote.confirm')}`;
      await expectToHear(page, words, ['heading', 'list', ...projects.map(() => 'listitem'), confirm], []);
      await page.getByRole('button', { name: words('vote.confirm') }).click();
      await expectToHear(page, words, [`heading ${words('vote.recorded')}`], []);
    });

    await test.step('the result', async () => {
      await page.goto(`/${tag}/communities/gargouna/result`);
      await expectToHear(page, words, ['heading', 'list', 'listitem', 'listitem', 'heading', 'list']);
    });
  });
