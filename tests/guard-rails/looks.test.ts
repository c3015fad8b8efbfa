import sharp from 'sharp';
import { expect, test } from 'vitest';
import { filesUnder, readText } from '../support/project-files.ts';

/** What names a side of the screen instead of a side of the text. `inset` and `top` are the same in every language. */
const physical =
  /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right|float|clear)\s*:|text-align\s*:\s*(?:left|right)/g;

const stylesOf = (path: string): string =>
  path.endsWith('.css')
    ? readText(path)
    : [...readText(path).matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => css).join('');

test('a side of the screen is seen', () => {
  expect('a { margin-left: 1px; left: 0 } b { text-align: right }'.match(physical)).toHaveLength(3);
  expect('a { margin-inline-start: 1px; align-content: left } b { text-align: start }'.match(physical)).toBeNull();
});

test('styles say start and end, so that a language from right to left needs no other', () => {
  const styled = filesUnder('src/', /\.(css|svelte)$/);
  expect(styled.length).toBeGreaterThan(100);
  expect(styled.flatMap((path) => (stylesOf(path).match(physical) ?? []).map((found) => `${path}: ${found}`))).toEqual(
    []
  );
});

/** As high as a line of text. */
const small = 24;
/** Of all points, those that must differ between any two. */
const leastDifferent = 0.1;

/** What the program lets nobody send, and another test in this process may have shut off already. */
const drawings = { operation: ['VipsForeignLoadSvgBuffer'] };

test('no two pictograms look alike in black and white, as small as text', async () => {
  const sprite = readText('static/sprite.svg');
  const symbols = [...sprite.matchAll(/<symbol([^>]*)>([^]*?)<\/symbol>/g)];
  sharp.unblock(drawings);
  const drawn = await Promise.all(
    symbols.map(async ([, named = '', inside = '']) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${small}" height="${small}"${named}>${inside}</svg>`;
      const points = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale().raw().toBuffer();
      return { name: / id="([^"]+)"/.exec(named)?.[1] ?? '', points };
    })
  ).finally(() => sharp.block(drawings));
  expect(drawn.length).toBeGreaterThan(30);
  const alike = drawn.flatMap((one, place) =>
    drawn.slice(place + 1).flatMap((other) => {
      const differing = one.points.filter((point, at) => Math.abs(point - (other.points[at] ?? 0)) > 127).length;
      const share = differing / one.points.length;
      return share < leastDifferent ? [`${one.name} and ${other.name}: ${(100 * share).toFixed(1)} %`] : [];
    })
  );
  expect(alike).toEqual([]);
});
