// Owns weighing a vote by card as one phone does it, from the code on the card to the last page.
import type { Browser } from '@playwright/test';
import { demonstrationMember, printCards, signIn } from '../../../tests/support/actions.ts';
import type { Portal } from '../../../tests/support/server.ts';
import { scaleUnder, type Weight } from '../../../tests/support/weigh.ts';

/** In bytes over the wire, with a kilobyte of 1,000, as `look.md` sets them. */
export const mostOfVote = 30_000;

export async function weighVote(browser: Browser, portal: Portal): Promise<Weight> {
  const desk = await browser.newContext({ baseURL: portal.origin });
  const page = await desk.newPage();
  await signIn(page, demonstrationMember(portal, 'Facilitator'));
  const codes = await printCards(page, '/fr/desk/communities/bagoundie');
  await desk.close();

  const phone = await browser.newContext({ locale: 'fr', viewport: { width: 360, height: 640 } });
  const voter = await phone.newPage();
  const scale = await scaleUnder(voter);
  await voter.goto(`${portal.origin}/v#${(codes.HW[0] ?? '').replace(/\D/g, '')}`);
  const next = () => voter.locator('main form button.btn').last().click();
  await next();
  for (const yes of await voter.locator('[name^=mark-][value=yes]').all()) await yes.check({ force: true });
  await next();
  await voter.getByRole('button', { name: 'Confirmer mon vote' }).click();
  await voter.getByRole('heading', { level: 1, name: 'Le vote de cette carte est enregistré.' }).waitFor();
  await voter.waitForLoadState('networkidle');
  await phone.close();
  return scale.read();
}
