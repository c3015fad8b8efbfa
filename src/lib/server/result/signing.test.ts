import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import { example1, recordOf, signer } from '../../../../tests/support/records.ts';
import { readSettings } from '../settings.ts';
import { nodeTools, recordSigner } from './signing.ts';

/** RFC 8032, section 7.1: seed, public key, signature of the message in hexadecimal. */
const vectors = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ''
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    'r'
  ]
] as const;

test.each(vectors)('the seed %s has the key of RFC 8032, and its signature holds', (seed, key, signature, text) => {
  expect(recordSigner(Buffer.from(seed, 'hex')).publicKey).toBe(key);
  expect(nodeTools.verify({ key, signature, text })).toBe(true);
  expect(nodeTools.verify({ key, signature, text: `${text} ` })).toBe(false);
});

test('what is signed is the canonical text of the record', () => {
  const record = recordOf();
  const { key, signature } = signer.sign(record);
  expect(nodeTools.verify({ key, signature, text: canonicalJson(record) })).toBe(true);
  expect(signer.sign(record).signature).toBe(signature);
  expect(signer.sign(recordOf({ ...example1, rule: 'approval' })).signature).not.toBe(signature);
});

test('a secret has one key, which serves nothing else', () => {
  const [one, other] = ['x', 'y'].map((letter) => readSettings({ SIGIDA_SECRET: letter.repeat(32) }));
  if (!one || !other) throw new Error('Two secrets were expected');
  const keyOf = ({ keyFor }: typeof one) => recordSigner(keyFor('record-signing')).publicKey;
  expect(keyOf(one)).toBe(keyOf(one));
  expect(keyOf(one)).not.toBe(keyOf(other));
  expect(one.keyFor('record-signing')).not.toEqual(one.keyFor('card-code'));
});
