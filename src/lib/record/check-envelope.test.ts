import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writeEnvelope } from '#lib/domain/assembly/envelope.ts';
import { addCounts } from '#lib/domain/assembly/counts.ts';
import { checkEnvelope } from '#lib/record/check-envelope.ts';
import { lowerTwin } from '#lib/record/envelope-signature.ts';
import { makeDeviceKeys } from '#lib/client/assembly/device-keys.ts';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { firstExample } from '../../../tests/support/assemblies.ts';
import { mutations, receiver, sendMutated } from '../../../tests/support/mutated-envelopes.ts';
import { must } from '../../../tests/support/two-files.ts';

/** `npm run long:envelopes` goes to the goal. */
const goal = 10_000;
const short = goal / 50;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('an envelope that a phone signed is received once, however often and in which order it comes', async () => {
  const { sign, take, counted } = await receiver();
  const [one, two] = [bytes(writeEnvelope(await sign(0))), bytes(writeEnvelope(await sign(1)))];
  const answers = [];
  for (const sent of [two, one, one, two, one]) answers.push(await take(sent));
  expect(answers).toEqual(['accepted', 'accepted', 'same-again', 'same-again', 'same-again']);
  expect(counted()).toEqual(must(addCounts(firstExample, firstExample)));
  expect(await take(bytes(writeEnvelope(await sign(0, { note: 'autre' }))))).toBe('difference');
});

test('no mutated envelope is received', { timeout: 120_000 }, async () => {
  const { received, sent, counted, readable } = await sendMutated(short, randomInt);
  console.log(`R9: ${short} mutated envelopes (goal ${goal}), ${received.length} accepted`);
  expect(readable).toBe(true);
  expect(received).toEqual([]);
  expect(counted).toBeNull();
  expect(Object.keys(sent)).toEqual(Object.keys(mutations));
});

describe('a signature', () => {
  test('has one spelling, the lower of the twins', async () => {
    const { sign } = await receiver();
    for (let drawn = 0; drawn < 20; drawn += 1) {
      const { signature } = await sign(0);
      expect(lowerTwin(signature)).toBe(signature);
    }
  });

  test('says nothing of a phone that was enrolled for another sitting', async () => {
    const { sign, enrolled } = await receiver();
    const elsewhere = await sign(0, { sitting: 'sitting2' as SittingId });
    expect(await checkEnvelope(bytes(writeEnvelope(elsewhere)), enrolled)).toMatchObject({ device: 'unknown' });
  });

  test('is refused under a key that is none', async () => {
    const { sign } = await receiver();
    const text = bytes(writeEnvelope(await sign(0)));
    for (const key of ['', '04', '00'.repeat(65)])
      expect(await checkEnvelope(text, () => key)).toMatchObject({ device: 'known', signed: false });
  });

  test('is made with a key that cannot be taken out', async () => {
    const { privateKey } = await makeDeviceKeys();
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  });
});

test('what is far too long is not even read', async () => {
  expect(await checkEnvelope(new Uint8Array(1_000_000).fill(32), () => null)).toMatchObject({ envelope: null });
});
