// Owns the cryptography of the verifier: browsers of the phones in use know no Ed25519 of their own. It refuses lax signatures.
import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Tools } from '#lib/record/check-signed-file.ts';

hashes.sha512 = sha512;

export const ed25519Tools: Tools = {
  sha256: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  // Without ZIP 215, whose leniency is for block chains: a signature has one form, as RFC 8032 says.
  verify: ({ key, signature, text }) =>
    verify(hexToBytes(signature), utf8ToBytes(text), hexToBytes(key), { zip215: false })
};
