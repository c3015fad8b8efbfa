import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import { buildSealedRecord, fingerprintOf, hashRecord, hashSealed, serialise } from '#lib/domain/result/record.ts';
import { sha256 } from '#lib/server/audit/sha256.ts';
import { ballotOf, example1, recordOf, signer } from '../../../../tests/support/records.ts';
import { sealed, tallyOf } from '../../../../tests/support/tallies.ts';

const { tally, outcome, rule } = sealed(tallyOf([1, 1, 1, 1], { A: [1, 1, 0, 0] }));
const kept = buildSealedRecord({
  program: '0.1.0',
  poll: 'p',
  ballot: ballotOf(['A']),
  rule: rule.id,
  tally,
  outcome,
  sittings: [{ printed: 10, voided: 1, left: 2, used: 4 }],
  countedAt: '2026-07-05T15:00:00Z'
});
const salt = '0f'.repeat(32);

test('the fingerprint is that of the view and the ballot, and of nothing else', () => {
  const record = recordOf();
  expect(record.fingerprint).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(record.fingerprint).toBe(fingerprintOf(sha256, example1, record.ballot));
  expect(recordOf(example1, ballotOf(['A', 'B'])).fingerprint).not.toBe(record.fingerprint);
});

test('the sealed hash changes with any figure and with the salt, and a salt that can be guessed is refused', () => {
  const hash = hashSealed(sha256, kept, salt);
  expect(hash).toBe(sha256(canonicalJson({ record: kept, salt })));
  expect(hashSealed(sha256, kept, '1f'.repeat(32))).not.toBe(hash);
  expect(hashSealed(sha256, { ...kept, sittings: [] }, salt)).not.toBe(hash);
  for (const short of ['', '0f', salt.toUpperCase(), `${salt}\n`])
    expect(() => hashSealed(sha256, kept, short)).toThrow();
});

test('the sealed record never enters the file', () => {
  const text = serialise(signer.sign(recordOf()));
  expect(text).not.toMatch(/"tally"|"gates"|"HW"|"sittings"|"salt"/);
  expect(text).not.toMatch(/\s(?=["{[\]},:])/);
});

test('a later record names the one before by its hash', () => {
  const before = recordOf();
  expect(hashRecord(sha256, before)).toBe(sha256(canonicalJson(before)));
  expect(hashRecord(sha256, { ...before, consultation: 2 })).not.toBe(hashRecord(sha256, before));
});
