// Owns the text by which a phone vouches for what it announced: which ballot, which phone, and the six characters of the result. Nothing
// of a count is in it.
import type { Envelope } from '#lib/domain/assembly/envelope.ts';

export const toldFormat = 'sigida-told-1';

/** What is signed. None of its parts holds a dot. */
export const toldText = ({ poll, kind, device }: Pick<Envelope, 'poll' | 'kind' | 'device'>, told: string): string =>
  [toldFormat, poll, kind, device, told].join('.');

/** Where whoever reads the code finds what the server knows of it. */
export const toldAddress = (origin: string, text: string, signature: string): string =>
  `${origin}/verify?told=${text}.${signature}`;
