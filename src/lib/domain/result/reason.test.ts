import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fullReason, reasonPlaceholders, smallReason } from '#lib/domain/result/reason.ts';
import { ruleOfPoll, type PollKind } from '#lib/domain/vote/polls.ts';
import { countingRules, ruleIds } from '#lib/domain/vote/rules/index.ts';
import { ratification } from '#lib/domain/vote/rules/ratification.ts';
import type { CountingRule } from '#lib/domain/vote/rules/rule.ts';
import { optionId, tallyOf } from '../../../../tests/support/tallies.ts';

const catalogue = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../../../messages/${lang}.json`, import.meta.url), 'utf8')).messages;

const rules: readonly CountingRule[] = [...Object.values(countingRules), ratification];
const codes = new Set([
  ...['no-ballots', 'tie', 'small-tie', 'small-winner', 'winner-to-ratify'],
  ...['winner-lowest-rate', 'winner-leximin', 'winner-lot', 'winner-casting-vote'],
  ...rules.flatMap(({ reasons }) => [reasons.winner, reasons.noneEligible, `small-${reasons.noneEligible}`])
]);

test.each(['fr', 'bm', 'ses'])('every reason has its sentence in %s, with placeholders that are filled', (lang) => {
  const messages = catalogue(lang);
  const empty = { code: '', winner: null, options: [], yes: null, ballots: null };
  const filled = Object.keys(reasonPlaceholders(empty, String, String));
  for (const code of codes) {
    const sentence = messages[`reason.${code}`] ?? '';
    expect(sentence, code).not.toBe('');
    for (const [, name = ''] of sentence.matchAll(/{{(\w+)}}/g)) expect(filled).toContain(name);
  }
});

test('a sentence below 20 ballots has no placeholder for a figure', () => {
  const messages = catalogue('fr');
  for (const code of codes)
    if (code.startsWith('small-')) expect(messages[`reason.${code}`]).not.toMatch(/{{(yes|no|ballots)}}/);
});

test('no poll gives a reason without a sentence', () => {
  const tables = [
    tallyOf([0, 0, 0, 0], { a: [0, 0, 0, 0], b: [0, 0, 0, 0] }),
    tallyOf([9, 9, 9, 9], { a: [0, 0, 0, 0], b: [0, 0, 0, 0] }),
    tallyOf([9, 9, 9, 9], { a: [9, 9, 0, 0], b: [0, 0, 0, 0] }),
    tallyOf([9, 9, 9, 9], { a: [3, 3, 3, 3], b: [1, 1, 1, 1] }),
    tallyOf([9, 9, 9, 9], { a: [6, 6, 6, 6], b: [1, 1, 1, 1] }),
    tallyOf([9, 9, 9, 9], { a: [4, 4, 4, 4], b: [4, 4, 4, 4] }),
    tallyOf([9, 9, 9, 9], { a: [5, 5, 3, 3], b: [4, 4, 4, 4] })
  ];
  for (const poll of ['first', 'second-none-eligible', 'second-tie', 'ratification'] satisfies PollKind[])
    for (const chosen of ruleIds)
      for (const table of tables) {
        const rule = ruleOfPoll(poll, chosen);
        const outcome = rule.decide(table);
        expect(codes).toContain(fullReason(outcome, rule, poll).code);
        expect(codes).toContain(smallReason(outcome, rule).code);
      }
});

test('placeholders are worded by the page', () => {
  const reason = { code: 'tie', winner: null, options: [optionId('a'), optionId('b')], yes: 20, ballots: 50 };
  expect(
    reasonPlaceholders(
      reason,
      (id) => `project ${id}`,
      (names) => names.join(' and ')
    )
  ).toEqual({
    winner: '',
    options: 'project a and project b',
    yes: 20,
    no: 30,
    ballots: 50
  });
});
