// Owns the picture of all that is told apart by its shape: pictograms, tokens and options, without any colour, as on a printed sheet.
import type { Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { tokenShapes } from '#lib/domain/vote/token-shapes.ts';
import type { Portal } from '../../tests/support/server.ts';
import { writePicture } from './shoot.ts';

const letters = ['a', 'b', 'c', 'd', 'e'] as const;

/** 16 mm on paper, where an inch has 96 points. */
const printed = Math.round((16 / 25.4) * 96);

export async function pictureGreyscale(browser: Browser, portal: Portal): Promise<void> {
  const sprite = readFileSync('static/sprite.svg', 'utf8');
  const names = [...sprite.matchAll(/<symbol[^>]* id="([\w-]+)"/g)].map(([, name = '']) => name);
  const icon = (name: string) => `<svg class="icon" viewBox="0 0 24 24"><use href="#${name}"/></svg>`;
  const pictograms = names.map((name) => `<figure>${icon(name)}</figure>`).join('');
  const tokens = Object.values(tokenShapes).map(
    ({ tone, path }) =>
      `<span class="token ${tone}"><svg class="icon" viewBox="0 0 24 24"><path d="${path}"/></svg></span>`
  );
  const options = letters.map(
    (letter, place) =>
      `<span class="tile ${letter}">${icon(names[place + 1] ?? '')}<b>${letter.toUpperCase()}</b></span>`
  );
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 520 }, bypassCSP: true })).newPage();
  // A page of the portal brings the styles.
  await page.goto(`${portal.origin}/fr`);
  await page.evaluate(
    ([drawings, all, some, few, size]) => {
      document.body.innerHTML = `<div hidden>${drawings}</div>
        <style>.wall{display:flex;flex-wrap:wrap;gap:12px;padding:12px;max-width:none}.wall figure .icon{width:${size}px;height:${size}px}
        .wall .token .icon{width:${size}px;height:${size}px}.wall .tile{transform:scale(1.6);margin:24px}</style>
        <div class="wall">${all}</div><div class="wall">${some}</div><div class="wall">${few}</div>`;
    },
    [sprite, pictograms, tokens.join(''), options.join(''), printed] as const
  );
  const seen = await page.screenshot({ fullPage: true });
  await page.context().close();
  await writePicture('greyscale', await sharp(seen).greyscale().png().toBuffer());
}
