import { beforeAll, describe, expect, test } from 'vitest';
import { pairsOf, waitAfter } from '#lib/domain/assembly/pins.ts';
import { formatRecoveryCode, readRecoveryCode } from '#lib/domain/assembly/recovery-code.ts';
import { makeBoxKeys, openWithCode, openWithPins, rounds, type GivenPin, type MadeKeys } from './box-keys.ts';
import { seal, unseal } from './seal.ts';

/** Enough to see that they are used; `rounds` would take the tests a minute. */
const few = 10;
let made: MadeKeys;
const person = (number: number): GivenPin => ({ number, pin: made.pins[number - 1] ?? '' });
const refused = (code: string) => ({ ok: false, refusal: { code } });

const isTheKey = async (key: CryptoKey): Promise<boolean> => {
  const sealed = await seal(made.key, Uint8Array.of(1, 2, 3), 'x');
  return (await unseal(key, sealed, 'x'))?.join() === '1,2,3';
};

beforeAll(async () => {
  made = await makeBoxKeys(4, undefined, few);
});

test('any two of four open, in either order', async () => {
  const pairs = pairsOf(4);
  expect(pairs).toHaveLength(6);
  for (const [one, other] of [...pairs, ...pairs.map(([a, b]) => [b, a] as const)]) {
    const opened = await openWithPins(made.wrapped, person(one), person(other));
    expect(opened.ok && (await isTheKey(opened.value))).toBe(true);
  }
});

test('three people are three pairs, and the progress tells every wrap', async () => {
  const told: string[] = [];
  const { wrapped, pins } = await makeBoxKeys(3, (done, of) => told.push(`${done}/${of}`), few);
  expect(wrapped.pairs.map(({ of }) => of.join())).toEqual(['1,2', '1,3', '2,3']);
  expect(told).toEqual(['1/4', '2/4', '3/4', '4/4']);
  expect(pins.every((pin) => /^[0-9]{6}$/.test(pin))).toBe(true);
  expect(new Set(pins).size).toBe(3);
});

describe('nobody else opens', () => {
  test('one person alone, under one number or two', async () => {
    const one = person(1);
    expect(await openWithPins(made.wrapped, one, one)).toEqual(refused('pins-of-one'));
    expect(await openWithPins(made.wrapped, one, { ...one, number: 2 })).toEqual(refused('pins-wrong'));
  });

  test('whoever has one right PIN is not told which one is wrong', async () => {
    const wrong = { number: 2, pin: person(2).pin === '000000' ? '000001' : '000000' };
    const answers = await Promise.all([
      openWithPins(made.wrapped, person(1), wrong),
      openWithPins(made.wrapped, person(3), wrong),
      openWithPins(made.wrapped, { number: 1, pin: person(2).pin }, { number: 2, pin: person(1).pin }),
      openWithPins(made.wrapped, person(1), { number: 7, pin: '123456' }),
      openWithPins(made.wrapped, person(1), { number: 2, pin: '' })
    ]);
    for (const answer of answers) expect(answer).toEqual(refused('pins-wrong'));
  });

  test('with keys of another box, or fewer rounds', async () => {
    const other = await makeBoxKeys(4, undefined, few);
    expect((await openWithPins(other.wrapped, person(1), person(2))).ok).toBe(false);
    expect((await openWithPins({ ...made.wrapped, rounds: few - 1 }, person(1), person(2))).ok).toBe(false);
  });
});

describe('the recovery code', () => {
  test('opens, as it is printed', async () => {
    const opened = await openWithCode(made.wrapped, formatRecoveryCode(made.recoveryCode));
    expect(opened.ok && (await isTheKey(opened.value))).toBe(true);
  });

  test('mistyped, it says so before anything is tried', async () => {
    const [first = '', ...others] = made.recoveryCode;
    const typo = [String((Number(first) + 1) % 10), ...others].join('');
    expect(await openWithCode(made.wrapped, typo)).toEqual(refused('recovery-code-mistyped'));
    const short = await openWithCode(made.wrapped, made.recoveryCode.slice(0, 12));
    expect(short).toEqual({ ok: false, refusal: { code: 'recovery-code-incomplete', detail: { digits: 12 } } });
  });

  test('of another box is wrong', async () => {
    const other = await makeBoxKeys(3, undefined, few);
    expect(readRecoveryCode(other.recoveryCode).ok).toBe(true);
    expect(await openWithCode(made.wrapped, other.recoveryCode)).toEqual(refused('recovery-code-wrong'));
  });
});

test('nothing that is stored holds a PIN, the code or the key', async () => {
  const stored = JSON.stringify(made.wrapped, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
  );
  for (const secret of [...made.pins, made.recoveryCode]) expect(stored).not.toContain(secret);
  await expect(crypto.subtle.exportKey('raw', made.key)).rejects.toThrow();
  const salts = [...made.wrapped.pairs, made.wrapped.recovery].map(({ salt }) => salt.join());
  expect(new Set(salts).size).toBe(7);
});

test('a box asks for as many rounds as its file says, 600 000 of a new one', () => {
  expect(rounds).toBe(600_000);
  expect(made.wrapped.rounds).toBe(few);
});

test('wrong tries wait longer and longer, and never for good', () => {
  expect([0, 4, 5, 6, 7, 10, 11, 12, 1000].map(waitAfter)).toEqual([0, 0, 15, 30, 60, 480, 900, 900, 900]);
});
