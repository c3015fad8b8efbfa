// Owns drawing the icons of the installed assembly from the sign of our own sprite: `node scripts/icons.ts`, after the sign changes.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const sprite = readFileSync(new URL('../static/sprite.svg', import.meta.url), 'utf8');
const sign = /<symbol id="sigida"[^>]*>(.*?)<\/symbol>/.exec(sprite)?.[1];
if (!sign) throw new Error('The sprite has no sign');

/** @param share how much of the side the sign takes: systems cut a maskable icon to their own shape. @param round of the corners. */
const drawing = (share: number, round: number): string => {
  const scale = share;
  const edge = (32 - 32 * scale) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${round}" fill="#1f2b5e"/>
    <g transform="translate(${edge} ${edge}) scale(${scale})" fill="#e6ab3a" color="#e6ab3a">${sign}</g></svg>`;
};

for (const [name, size, share, round] of [
  ['icon-192', 192, 0.7, 6],
  ['icon-512', 512, 0.7, 6],
  ['icon-maskable', 512, 0.55, 0]
] as const) {
  const png = sharp(Buffer.from(drawing(share, round)), { density: 72 * (size / 32) }).resize(size, size);
  await png
    .png({ palette: true, compressionLevel: 9 })
    .toFile(new URL(`../static/${name}.png`, import.meta.url).pathname);
}
