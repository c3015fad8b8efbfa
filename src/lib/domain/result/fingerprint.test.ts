import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalView, fingerprintFromHash, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { publish } from '#lib/domain/result/published.ts';
import { acceptedByAll } from '#lib/domain/vote/rules/accepted-by-all.ts';
import { tallyOf } from '../../../../tests/support/tallies.ts';

test.each<[Canonical, string]>([
  [{ b: 1, a: [true, null, 'é'] }, '{"a":[true,null,"é"],"b":1}'],
  [{ ɛ: 0, Z: 0, a: 0, '': 0 }, '{"":0,"Z":0,"a":0,"ɛ":0}'],
  [{ '\u{1F600}': 0, '\uFB33': 0 }, '{"\u{1F600}":0,"\uFB33":0}'],
  ['"\\\n\u0001/\u2028', '"\\"\\\\\\n\\u0001/\u2028"'],
  [-0, '0'],
  [{ a: { d: {}, c: [] } }, '{"a":{"c":[],"d":{}}}']
])('%j', (value, text) => expect(canonicalJson(value)).toBe(text));

/** Those without fractions: sections 3.2.2 and 3.2.3, and the whole numbers of appendix B that a machine holds exactly. */
describe('the examples of RFC 8785', () => {
  test('strings and literals', () => {
    const value = { string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/', literals: [null, true, false] };
    const text = '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(canonicalJson(value)).toBe(text);
  });

  test('the order of names', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis'
    };
    const order = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'] as const;
    const members = order.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value[name])}`);
    expect(canonicalJson(value)).toBe(`{${members.join(',')}}`);
  });

  test.each([
    [0, '0'],
    [-0, '0'],
    [9007199254740991, '9007199254740991'],
    [-9007199254740991, '-9007199254740991']
  ])('the number %d', (number, text) => expect(canonicalJson(number)).toBe(text));

  test.each([333333333.33333329, 4.5, 2e-3, 1e30, 9007199254740992, Number.POSITIVE_INFINITY])(
    'the number %d is refused',
    (number) => expect(() => canonicalJson(number)).toThrow()
  );
});

test('the order in which names were written changes nothing, and the text reads back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
    })
  );
});

test.each([1.5, Number.NaN, 2 ** 53, '\uD800', { a: ['\uDC00'] }])('%j is refused', (value) => {
  expect(() => canonicalJson(value)).toThrow();
});

test('a view with its ballot is one text', () => {
  const tally = tallyOf([10, 10, 10, 10], { a: [9, 9, 9, 9], b: [1, 1, 1, 1] });
  const attendance = { youth: 12, disability: 2, disputes: 0 };
  const published = publish({
    poll: 'first',
    rule: acceptedByAll,
    tally,
    outcome: acceptedByAll.decide(tally),
    lastRung: 'lot',
    attendance
  });
  const text = canonicalView(published, { title: 'Forage' });
  expect(text.startsWith('{"ballot":{"title":"Forage"},"published":{"ballots":40,')).toBe(true);
  expect(canonicalView({ ...published, reason: { ...published.reason, yes: 35 } }, { title: 'Forage' })).not.toBe(text);
});

test.each([
  [[0, 0, 0, 0], '000000'],
  [[255, 255, 255, 255], 'ZZZZZZ'],
  // 00001 00010 00011 00100 00101 00110 and two bits that are left out.
  [[0b00001000, 0b10000110, 0b01000010, 0b10011011, 99], '123456'],
  // 01111 10000 10001 10010 10010 10101: the letters go past I.
  [[0b01111100, 0b00100011, 0b00101001, 0b01010101], 'FGHJJN']
])('%j', (bytes, text) => expect(fingerprintFromHash(Uint8Array.from(bytes))).toBe(text));

test('three bytes are no hash', () => expect(() => fingerprintFromHash(Uint8Array.of(1, 2, 3))).toThrow());
