// Owns the hash of the audit chain, which the domain may not compute itself.
import { createHash } from 'node:crypto';
import type { Sha256 } from '#lib/domain/audit/chain.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
