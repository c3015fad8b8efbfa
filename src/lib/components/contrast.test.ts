// Keeps every text of the look at 7:1, and what tells options and groups apart from being colour alone.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { optionMarks } from '#lib/domain/vote/options.ts';
import { tokenShapes } from '#lib/domain/vote/token-shapes.ts';

const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
/** The rules of this class, or of `:root`, as name and value; a variable is followed to its colour. */
const valuesOf = (selector: string): ReadonlyMap<string, string> => {
  const rule = new RegExp(`(?:^|\\n)${selector.replace('.', '\\.')}(?:,[^{]*)? \\{([^}]*)\\}`).exec(tokens)?.[1] ?? '';
  return new Map([...rule.matchAll(/(--\w+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
};
const root = valuesOf(':root');
const colour = (value: string | undefined): string =>
  value?.startsWith('var(') ? colour(root.get(value.slice(4, -1))) : (value ?? '');
const token = (name: string): string => colour(root.get(`--${name}`));
const own = (kind: string, name: string): string => colour(valuesOf(`.${kind}`).get(`--${name}`));

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const white = '#ffffff';
const grounds = { paper: token('paper'), card: token('card'), white, foot: '#f5edde' };
const washes = { plain: token('wash'), ok: own('ok', 'wash'), warn: own('warn', 'wash'), error: own('error', 'wash') };
const tones = {
  indigo: token('indigo'),
  ...Object.fromEntries(['ok', 'warn', 'error', 'a', 'b', 'c', 'd', 'e'].map((kind) => [kind, own(kind, 'tone')]))
};

const pairs: readonly (readonly [string, string, string])[] = [
  ...Object.entries(grounds).flatMap(([name, ground]) =>
    ['ink', 'soft', 'indigo', 'clay'].map((text) => [`${text} on ${name}`, token(text), ground] as const)
  ),
  ...Object.entries(washes).map(([name, wash]) => [`ink on the wash of ${name}`, token('ink'), wash] as const),
  ...['ok', 'warn', 'error'].map((kind) => [`${kind} on its wash`, own(kind, 'tone'), own(kind, 'wash')] as const),
  ['indigo on its wash', token('indigo'), token('wash')],
  ...Object.entries(tones).map(([name, tone]) => [`white on ${name}`, white, tone] as const),
  ...Object.entries(tones).map(([name, tone]) => [`${name} on paper`, tone, token('paper')] as const),
  ['what is small on the winner', '#e3e6ff', token('indigo')],
  ['ink on millet', token('ink'), token('millet')]
];

test.each(pairs)('%s is read in the sun', (_, text, ground) => {
  expect(text).toMatch(/^#[0-9a-f]{6}$/);
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
});

test.each([
  ['the edge of a field on paper', token('edge'), token('paper')],
  ['the sign on the header', token('millet'), token('indigo')]
])('%s is seen', (_, drawn, ground) => expect(contrast(drawn, ground)).toBeGreaterThanOrEqual(3));

test('options differ in the outline of their tile, and groups in the shape of their token, where no colour is seen', () => {
  const outlines = optionMarks.map(({ colour: code }) => valuesOf(`.${code}`).get('--shape') ?? root.get('--shape'));
  expect(new Set(outlines).size).toBe(optionMarks.length);
  const shapes = Object.values(tokenShapes).map(({ path }) => path);
  expect(new Set(shapes).size).toBe(shapes.length);
});
