// Practice by card: the ballot of a vote with fruit on it, without a code and without a script, of which nothing is kept.
import { keptData } from '../support/kept-data.ts';
import { expect, test } from '../support/portal.ts';
import { messageOf } from '../support/wrong-input.ts';

for (const lang of ['fr', 'bm', 'ses'])
  test(`somebody practises in ${lang}, and nothing is kept`, async ({ page, portal }) => {
    const before = keptData(portal);
    const cookies = async () => (await page.context().cookies()).map(({ name }) => name);
    const submit = () => page.locator('main form button').first().click();
    const said = async () => {
      // On every page, also where a fruit fills the screen.
      await expect(page.locator('.practice')).toHaveText(messageOf(lang, 'notice', 'practice'));
      await expect(page.locator('.practice')).toBeInViewport();
    };
    const answer = (place: number, word: string) =>
      page.locator(`[name=mark-${place}][value=${word}]`).check({ force: true });

    await page.goto(`/${lang}/vote`);
    await page.locator('main a[href$="/vote/practice"]').click();
    await expect(page).toHaveURL(new RegExp(`/${lang}/vote/practice$`));
    expect(await cookies()).toEqual(['lang']);
    await said();

    await test.step('every fruit wants an answer', async () => {
      await answer(0, 'yes');
      await submit();
      await expect(page.locator('main')).toContainText(messageOf(lang, 'answer-every', 'vote'));
      await expect(page.locator('[name=mark-0][value=yes]')).toBeChecked();
      await said();
    });

    await test.step('the recap says what was answered, and it can be changed', async () => {
      await answer(1, 'no');
      await answer(2, 'yes');
      await submit();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(messageOf(lang, 'recap-title', 'vote'));
      await expect(page.locator('.rows li.yes')).toHaveCount(2);
      await said();
      await page.locator('main form button').last().click();
      await expect(page.locator('[name=mark-1][value=no]')).toBeChecked();
      await said();
      await answer(1, 'yes');
      await submit();
      await expect(page.locator('.rows li.yes')).toHaveCount(3);
    });

    await submit();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(messageOf(lang, 'over', 'practice'));
    await expect(page.locator('main')).toContainText(messageOf(lang, 'nothing-kept', 'practice'));
    await expect(page.locator('main')).not.toContainText(messageOf(lang, 'recorded', 'vote'));
    await said();
    expect(await cookies()).toEqual(['lang']);
    expect(keptData(portal)).toEqual(before);
  });
