// Owns signing public records with the installation's key, and checking such a signature. It keeps no key and refuses no record:
// whether one may be signed is decided where two people publish it.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import type { PublicRecord, SignedFile } from '#lib/domain/result/record.ts';
import type { Tools } from '#lib/record/check-signed-file.ts';
import { sha256 } from '../audit/sha256.ts';
import { programVersion } from './program-version.ts';

/** What stands before the 32 bytes of a key in PKCS 8 and in SPKI (RFC 8410, section 7 and 4): node:crypto takes no bare bytes. */
const privateStart = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicStart = Buffer.from('302a300506032b6570032100', 'hex');

export type RecordSigner = {
  /** 32 bytes in lower-case hexadecimal. */
  readonly publicKey: string;
  readonly sign: (record: PublicRecord) => SignedFile;
  /** Of any other text that this installation answers for. */
  readonly signText: (text: string) => string;
};

/**
 * @param seed 32 bytes from which the key follows (RFC 8032, section 5.1.5): `keyFor('record-signing')`. Another secret is
 * another key; records of before stay signed with the key that they carry.
 */
export function recordSigner(seed: Uint8Array): RecordSigner {
  const key = createPrivateKey({ key: Buffer.concat([privateStart, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = bareBytes(createPublicKey(key)).toString('hex');
  const signText = (text: string): string => sign(null, Buffer.from(text), key).toString('hex');
  return {
    publicKey,
    signText,
    sign: (record) => ({ record, key: publicKey, signature: signText(canonicalJson(record)) })
  };
}

/** As services are handed it. @param seed as `recordSigner` takes it. */
export const notaryOf = (seed: Uint8Array) => ({ program: programVersion, sign: recordSigner(seed).sign });

const bareBytes = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(publicStart.length);

/** What a check of a signed file needs, from node:crypto. */
export const nodeTools: Tools = {
  sha256,
  verify: ({ key, signature, text }) => {
    const der = Buffer.concat([publicStart, Buffer.from(key, 'hex')]);
    const known = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), known, Buffer.from(signature, 'hex'));
  }
};
