import { describe, expect, test } from 'vitest';
import { categoryCodes } from '#lib/domain/proposal/categories.ts';
import { audiences } from '#lib/domain/event/audiences.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { proposerGroupCodes } from '#lib/domain/proposal/proposer-groups.ts';
import { commitments, helperRoles, preventions, waysToCall } from '#lib/domain/vote/minutes-notes.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { practiceOptions } from '#lib/domain/vote/practice.ts';
import { sheets } from '#lib/domain/vote/sheets.ts';
import { dayParts } from '#lib/i18n/on-air/moments.ts';
import { phoneRefusals } from '#lib/i18n/phone-refusals.ts';
import { stemOf } from '#lib/domain/wording/sentences.ts';
import { catalogueFiles } from '../support/catalogues.ts';
import { filesUnder, readText } from '../support/project-files.ts';

const keys = new Set(
  catalogueFiles.filter(({ tag }) => tag === 'fr').flatMap(({ messages }) => Object.keys(messages).map(stemOf))
);

const program = filesUnder('src/', /\.(ts|svelte)$/).filter((path) => !path.endsWith('.test.ts'));
const source = program.map(readText).join('\n');
/** Operators are answered on the command line, in English, by tables that the type check keeps whole. */
const onScreens = program
  .filter((path) => !path.startsWith('src/lib/server/operations/'))
  .map(readText)
  .join('\n');

const found = (pattern: RegExp, text = source): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([, inside = '']) => inside));

/** `t('home.title')` */
const asked = found(/(?<![\w$.])t\(\s*'([^']+)'/g);
/** Keys also travel in tables and choices: `t(done ? 'poll.closed' : 'poll.open')`. */
const literals = found(/['"`]([a-z0-9-]+(?:\.[a-z0-9-]+)+)['"`]/g);
/** `t.code('category', …)` asks for one of many. */
const families = found(/\.code\(\s*'([a-z-]+)'/g);
const refusals = found(/\brefuse\(\s*'([a-z-]+)'/g, onScreens);

test('the search finds what pages ask for', () => {
  expect(asked.size).toBeGreaterThan(20);
  expect(families).toContain('stage');
  expect(refusals).toContain('phone-invalid');
});

test('every text that a page asks for exists', () => {
  expect([...asked].filter((key) => !keys.has(key))).toEqual([]);
});

test('every family that a page asks for has texts', () => {
  const known = new Set([...keys].map((key) => key.split('.')[0] ?? ''));
  expect([...families].filter((family) => !known.has(family))).toEqual([]);
});

test('every text is asked for', () => {
  const isUsed = (key: string) => literals.has(key) || families.has(key.split('.')[0] ?? '');
  expect([...keys].filter((key) => !isUsed(key))).toEqual([]);
});

test('every refusal can be worded', () => {
  expect([...refusals].filter((code) => !keys.has(`error.${code}`))).toEqual([]);
});

describe('every code of a table has its words', () => {
  test.each([
    ['category', categoryCodes],
    ['audience', audiences],
    ['audience-call', audiences],
    ['event-kind', eventKindCodes],
    ['on-air-kind', eventKindCodes],
    ['day-part', dayParts],
    ['language-name', contentLanguageCodes],
    ['proposer-group', proposerGroupCodes],
    ['sheet', sheets],
    ['sheet-use', sheets],
    ['call-way', waysToCall],
    ['prevention', preventions],
    ['helper-role', helperRoles],
    ['minutes-notes', commitments],
    ['fruit', practiceOptions.map(({ code }) => code)],
    ['error', phoneRefusals]
  ] as const)('%s', (family, codes: readonly string[]) => {
    expect(codes.filter((code) => !keys.has(`${family}.${code}`))).toEqual([]);
  });
});
