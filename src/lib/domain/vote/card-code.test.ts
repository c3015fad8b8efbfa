import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardCodeFrom, cardCodeLength, formatCardCode, parseCardCode } from '#lib/domain/vote/card-code.ts';

const fifteen = fc.stringMatching(/^[0-9]{15}$/);
const codeOf = (text: string): string => (parseCardCode(text).ok ? text : 'refused');

describe('the check digit', () => {
  test('a code made here is read back', () => {
    fc.assert(
      fc.property(fifteen, (digits) => {
        const code = cardCodeFrom(digits);
        expect(code).toHaveLength(cardCodeLength);
        expect(parseCardCode(code)).toEqual({ ok: true, value: code });
      })
    );
  });

  test('every single wrong digit is found', () => {
    fc.assert(
      fc.property(fifteen, (digits) => {
        const code = cardCodeFrom(digits);
        for (let place = 0; place < code.length; place += 1)
          for (const digit of '0123456789')
            if (digit !== code[place])
              expect(codeOf(code.slice(0, place) + digit + code.slice(place + 1))).toBe('refused');
      })
    );
  });

  test('every swap of two neighbours is found', () => {
    fc.assert(
      fc.property(fifteen, (digits) => {
        const code = cardCodeFrom(digits);
        for (let place = 0; place + 1 < code.length; place += 1) {
          const [left, right] = [code.charAt(place), code.charAt(place + 1)];
          const swapped = code.slice(0, place) + right + left + code.slice(place + 2);
          if (left !== right) expect(codeOf(swapped)).toBe('refused');
        }
      })
    );
  });

  test('exhaustively: from every state, no two digits and no swapped pair lead to the same check', () => {
    // The states are reached by codes that end in one free digit before the two tried.
    for (let state = 0; state < 10; state += 1) {
      const before = `000000000000${state}`;
      const ends = (tail: string): string => cardCodeFrom(before + tail).slice(-1);
      for (let x = 0; x < 10; x += 1) {
        expect(new Set(Array.from({ length: 10 }, (_, y) => ends(`${x}${y}`))).size).toBe(10);
        for (let y = 0; y < x; y += 1) expect(ends(`${x}${y}`)).not.toBe(ends(`${y}${x}`));
      }
    }
  });

  test('only fifteen digits make a code', () => {
    for (const wrong of ['', '12345678901234', '1234567890123456', '12345678901234a'])
      expect(() => cardCodeFrom(wrong)).toThrow();
  });
});

describe('typing', () => {
  const code = cardCodeFrom('572901384460217');
  const groups = code.match(/.{4}/g) ?? [];

  test('printed in four groups of four', () => expect(formatCardCode(code)).toBe(groups.join(' ')));

  test.each([' ', '-', '.', '\u00A0', '\u202F', '\u2009', '  ', ' - ', '–', '—', '\u2011', '\n', '_', '·', '−'])(
    'groups parted by %j',
    (separator) => expect(parseCardCode(` ${groups.join(separator)}${separator}`)).toEqual({ ok: true, value: code })
  );

  test.each([
    ['', 'card-code-incomplete', { digits: 0 }],
    ['5729 0138', 'card-code-incomplete', { digits: 8 }],
    [code.slice(0, 15), 'card-code-incomplete', { digits: 15 }]
  ])('%j is incomplete', (text, refused, detail) => {
    expect(parseCardCode(text)).toEqual({ ok: false, refusal: { code: refused, detail } });
  });

  test.each([`${code}0`, code.replace('5', 'S'), 'bonjour', `${code.slice(1)}${code[0]}`])('%j is mistyped', (text) => {
    expect(parseCardCode(text)).toEqual({ ok: false, refusal: { code: 'card-code-mistyped' } });
  });
});
