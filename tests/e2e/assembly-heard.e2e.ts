// A booth without network, with all that the real portal's pack brought: pictures are seen, and voices are heard.
import sharp from 'sharp';
import { proposalPictures, proposalVoices } from '#lib/server/db/schema/proposal.ts';
import { storePicture } from '#lib/server/media/store-picture.ts';
import { storeVoice } from '#lib/server/media/store-voice.ts';
import { recordMedium } from '#lib/server/media/stored-medium.ts';
import { readPoll } from '#lib/server/vote/queries.ts';
import { beside, must } from '../support/hire.ts';
import { makePhoneVote } from '../support/make-phone-vote.ts';
import { checkIn, hurry, openVote, sign } from '../support/phone-assembly.ts';
import { bringVoter } from '../support/phone-booth.ts';
import { grantKeeping, preparePhone } from '../support/phone-stand.ts';
import { listen, press, tone } from '../support/playing.ts';
import { expect, test } from '../support/portal.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });

test('a booth without network shows the pictures and plays the voices that its pack brought', async ({
  page,
  portal,
  context
}) => {
  test.setTimeout(120_000);
  const village = await makePhoneVote(portal, 'Haribomo');
  await beside(portal, async ({ db, store, hire }) => {
    const { ctx } = await hire([{ role: 'committee', community: village.id }]);
    const shape = { width: 640, height: 480, channels: 3, background: '#1f2a5a' } as const;
    const drawn = new Blob([Uint8Array.from(await sharp({ create: shape }).jpeg().toBuffer())]);
    for (const { proposal } of readPoll(db, village.poll)?.options ?? []) {
      const voice = recordMedium(ctx, must(await storeVoice(ctx, store, tone(), ctx.actor.account)));
      db.insert(proposalVoices).values({ proposal, medium: voice, smallMedium: voice }).run();
      const picture = recordMedium(ctx, must(await storePicture(ctx, store, drawn, ctx.actor.account)));
      db.insert(proposalPictures).values({ proposal, medium: picture }).run();
    }
  });
  await hurry(page);
  await listen(page);
  await grantKeeping(context, page, portal.origin);
  await page.goto(`${portal.origin}/fr/assembly`);
  const prepared = await preparePhone(page, village.code);
  await context.setOffline(true);
  await page.reload();
  await sign(page, prepared);
  await checkIn(page, [5, 5, 5, 5], [0, 0]);
  await openVote(page, prepared);
  await bringVoter(page, 0);
  await expect(page.locator('.option img')).toHaveJSProperty('complete', true);
  expect(await page.locator('.option img').evaluate((seen: HTMLImageElement) => seen.naturalWidth)).toBeGreaterThan(0);
  await press(page.locator('.option .ear'));
});
