import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { inPlainLetters } from './program-parts.ts';

test.each([
  '`Bonjour à ${"Ɲɔrɔ"} 🌍`',
  '"Ɲɔrɔ".replace(/[ɔɲ]/gi, "-")',
  '[..."a🌍b"].map((sign) => /🌍/u.test(sign)).join()',
  '({ é: 1 }).é',
  '"\\\\é"'
])('a program in plain letters says the same: %s', (code) => {
  const plain = inPlainLetters(code);
  expect(plain).toMatch(/^[\0-\x7f]*$/);
  expect(runInNewContext(plain)).toBe(runInNewContext(code));
});

test('a letter that is escaped itself is refused', () => {
  expect(() => inPlainLetters('"\\é"')).toThrow('escaped');
});
