import { randomInt } from 'node:crypto';
import { ed25519Tools } from '#lib/client/verifier/tools.ts';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { publish } from '#lib/domain/result/published.ts';
import { serialise, type PublicRecord, type SignedFile } from '#lib/domain/result/record.ts';
import { settleTie } from '#lib/domain/vote/polls.ts';
import { defaultQuorum } from '#lib/domain/vote/quorum.ts';
import { lastRungs, type LastRung } from '#lib/domain/vote/rules/rule.ts';
import { freezeTerms } from '#lib/domain/vote/terms.ts';
import { nodeTools } from '#lib/server/result/signing.ts';
import { ballotOf, example1, recordOf, signer } from '../../../tests/support/records.ts';
import { optionId, sealed, tallyOf } from '../../../tests/support/tallies.ts';
import { checkSignedBytes, checkSignedFile } from './check-signed-file.ts';

const file = signer.sign(recordOf());
const text = serialise(file);
const codes = (text: string, pinned: string | null = null) =>
  checkSignedFile(text, nodeTools, pinned).findings.map(({ code, at }) => (at ? `${code} ${at}` : code));
/** Signed again, as somebody who holds the key could. */
const signed = (change: Partial<PublicRecord>): string => serialise(signer.sign({ ...recordOf(), ...change }));
const written = (change: Partial<SignedFile>): string => canonicalJson({ ...file, ...change });

describe.each([
  ['with node:crypto', nodeTools],
  ['in a browser', ed25519Tools]
])('%s', (_name, tools) => {
  test('a signed file is whole, and read back as it was', () => {
    expect(checkSignedFile(text, tools, signer.publicKey)).toEqual({ findings: [], file });
    expect(checkSignedBytes(new TextEncoder().encode(text), tools).findings).toEqual([]);
    expect(checkSignedFile(`\n${text}\r\n`, tools).findings).toEqual([]);
  });

  test('1,000 flipped bytes of 1,000 are found', () => {
    const bytes = new TextEncoder().encode(text);
    const missed: string[] = [];
    for (let run = 0; run < 1000; run += 1) {
      const [place, bit] = [randomInt(bytes.length), 1 + randomInt(255)];
      const flipped = bytes.map((byte, at) => (at === place ? byte ^ bit : byte));
      if (checkSignedBytes(flipped, tools).findings.length === 0) missed.push(`${place} ^ ${bit}`);
    }
    expect(missed).toEqual([]);
  });
});

test('every single bit of the file counts', () => {
  const bytes = new TextEncoder().encode(text);
  const changed = [...bytes.keys()].map((place) => bytes.map((byte, at) => (at === place ? byte ^ 0x20 : byte)));
  expect(changed.filter((flipped) => checkSignedBytes(flipped, nodeTools).findings.length === 0)).toEqual([]);
});

describe('what is wrong has a name', () => {
  test.each([
    ['no JSON', text.slice(0, -1), ['not-json']],
    ['nothing', '', ['not-json']],
    ['a list', '[]', ['wrong-format']],
    [
      'a later format',
      written({ record: { ...file.record, format: 'sigida-result-2' as never } }),
      ['wrong-format sigida-result-2']
    ],
    ['written with spaces', JSON.stringify(JSON.parse(text), null, 2), ['not-canonical']],
    ['a name twice', `{"key":"${'0'.repeat(64)}",${text.slice(1)}`, ['not-canonical']],
    ['a member more', canonicalJson({ ...file, note: 'x' }), ['unknown-member note']],
    [
      'a member more inside',
      signed({ poll: { ...file.record.poll, turnout: 3 } as never }),
      ['unknown-member record.poll.turnout']
    ],
    ['a member less', canonicalJson({ record: file.record, key: file.key }), ['shape-wrong signature']],
    ['a fraction', text.replace('"consultation":1', '"consultation":1.5'), ['shape-wrong record.consultation']],
    ['capitals in the key', written({ key: file.key.toUpperCase() }), ['shape-wrong key']],
    ['another key', written({ key: 'ab'.repeat(32) }), ['signature-wrong']],
    ['another signature', written({ signature: '00'.repeat(64) }), ['signature-wrong']],
    ['another name', text.replaceAll('Kabara', 'Kabore'), ['signature-wrong', 'fingerprint-differs']],
    ['a signed wrong fingerprint', signed({ fingerprint: '000000' }), ['fingerprint-differs']],
    ['broken text', text.replace('"Kabara"', '"\\ud800"'), ['not-canonical', 'signature-wrong', 'fingerprint-differs']],
    ['no options', signed({ ballot: { rule: 'approval', options: [] } }), ['shape-wrong record.ballot']]
  ])('%s', (_name, text, findings) => expect(codes(text)).toEqual(findings));

  test.each(['constructor', 'toString', '__proto__'])('a member that every object has by itself: %s', (name) => {
    expect(codes(`{"${name}":1,${text.slice(1)}`)).not.toEqual([]);
    const inside = text.replace('"poll":{', `"poll":{"${name}":1,`);
    expect(codes(inside)).not.toEqual([]);
  });

  test('nesting without end', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(codes(text.replace('"terms":{', `"terms":{"a":${deep},`))).not.toEqual([]);
  });

  test('a small view with figures', () => {
    const published = { ...example1, size: 'small', fewerThan: 20 } as never;
    expect(codes(signed({ published }))).toContain('unknown-member record.published.ballots');
  });

  test('a figure that can not be, whoever signed it', () => {
    const published = { ...example1, ballots: 39 } as typeof example1;
    expect(codes(serialise(signer.sign(recordOf(published))))).toEqual(['figures-impossible']);
    const winner = recordOf(example1, ballotOf(['A', 'B', 'C'], 'plurality'));
    expect(codes(serialise(signer.sign(winner)))).toEqual(['rule-differs']);
  });

  test('another key than the one that is known', () => {
    expect(codes(text, 'ab'.repeat(32))).toEqual(['key-differs']);
  });

  test('bytes that are no text', () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode(text), 0xff);
    expect(checkSignedBytes(bytes, nodeTools)).toEqual({ findings: [{ code: 'not-text', at: null }], file: null });
  });
});

describe('a second tie, settled as it was agreed', () => {
  const agreedOn = (lastRung: LastRung) =>
    ballotOf(['A', 'B'], 'accepted-by-all', {
      ...freezeTerms('accepted-by-all', { quorum: defaultQuorum, lastRung, office: lastRung === 'lot' ? '' : 'chef' })
    });
  const settledBy = (lastRung: LastRung) => {
    const level = sealed(tallyOf([10, 10, 10, 10], { A: [5, 5, 5, 5], B: [5, 5, 5, 5] }), {
      poll: 'second-tie',
      lastRung
    });
    const settled = settleTie(level.outcome, optionId('B'), lastRung);
    if (!settled.ok) throw new Error('B is among the tied');
    return publish({ ...level, outcome: settled.value });
  };
  const found = (claims: LastRung, ballot: Canonical) =>
    codes(serialise(signer.sign(recordOf(settledBy(claims), ballot))));

  test.each(lastRungs)('%s', (rung) => expect(found(rung, agreedOn(rung))).toEqual([]));

  test('a record of before there were terms like these had a lot', () => {
    expect(found('lot', ballotOf(['A', 'B']))).toEqual([]);
    expect(found('casting-vote', ballotOf(['A', 'B']))).toEqual(['outcome-differs']);
  });

  test('a lot where a casting vote was agreed, and the reverse, are refused', () => {
    expect(found('lot', agreedOn('casting-vote'))).toEqual(['outcome-differs']);
    expect(found('casting-vote', agreedOn('lot'))).toEqual(['outcome-differs']);
  });

  test('so is a casting vote of nobody', () => {
    const terms = { ties: ['lowest-rate', 'leximin', 'second-ballot', 'casting-vote'] };
    expect(found('casting-vote', ballotOf(['A', 'B'], 'accepted-by-all', terms))).toEqual(['ladder-unknown']);
  });

  test('and a sentence about another rung', () => {
    const view = settledBy('casting-vote');
    const untrue = { ...view, reason: { ...view.reason, code: 'winner-lot' } };
    expect(codes(serialise(signer.sign(recordOf(untrue, agreedOn('casting-vote')))))).toEqual(['reason-differs']);
  });
});
