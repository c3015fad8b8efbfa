import { expect, test } from 'vitest';
import { envelope } from '../../../../tests/support/assemblies.ts';
import { makeDeviceKeys } from './device-keys.ts';
import { signOnce } from './sign-once.ts';

test('the same counts keep their signature, others get their own', async () => {
  const keys = await makeDeviceKeys();
  const first = await signOnce(keys, [envelope()], {});
  const again = await signOnce(keys, [envelope(), envelope({ kind: 'second-tie' })], first.signatures);
  expect(again.texts[0]).toBe(first.texts[0]);
  expect(again.texts[1]).not.toBe(first.texts[0]);
  expect(Object.keys(again.signatures)).toHaveLength(2);
  expect((await signOnce(keys, [envelope()], {})).texts[0]).not.toBe(first.texts[0]);
});
