import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { portalKeyOf, signedByPortal } from '../../../../tests/support/portal-key.ts';
import { isPortalsReceipt } from './receipt-signature.ts';

test('a receipt is the portal’s only under its own key, word for word', async () => {
  const keys = generateKeyPairSync('ed25519');
  const [key, signature] = [portalKeyOf(keys), signedByPortal(keys, 'receipt')];
  expect(await isPortalsReceipt(key, 'receipt', signature)).toBe(true);
  expect(await isPortalsReceipt(key, 'receipt of another', signature)).toBe(false);
  expect(await isPortalsReceipt(key, 'receipt', 'ab')).toBe(false);
  expect(await isPortalsReceipt(portalKeyOf(generateKeyPairSync('ed25519')), 'receipt', signature)).toBe(false);
});

test('without a key that can be read nobody can tell', async () => {
  expect(await isPortalsReceipt('ab', 'receipt', 'ab'.repeat(64))).toBeNull();
});
