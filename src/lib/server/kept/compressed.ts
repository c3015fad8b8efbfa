// Owns the bytes of a kept answer in each encoding: quickly made when it is first asked for, and once better when nobody asks.
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Below, the names of the encoding weigh more than what it saves. */
const least = 200;

/** No page is larger than this window; the usual one of four megabytes is memory for each page that is being compressed. */
const window = 18;

export const quick = {
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_QUALITY]: 5,
  [constants.BROTLI_PARAM_LGWIN]: window
};
const best = { ...quick, [constants.BROTLI_PARAM_QUALITY]: 11 };

const refused = /;\s*q=0(?:\.0*)?\s*(?:,|$)/;

function accepts(header: string, encoding: string): boolean {
  const at = header.indexOf(encoding);
  if (at < 0) return false;
  return header.split(',').some((part) => part.split(';', 1)[0]?.trim() === encoding && !refused.test(part));
}

/** @param header `Accept-Encoding`, or nothing. */
export function encodingFor(header: string | undefined, bytes: number): Encoding {
  // What browsers of these years send, by https and without.
  if (header === 'gzip, deflate, br, zstd' || header === 'gzip, deflate, br') return 'br';
  if (header === 'gzip, deflate') return 'gzip';
  if (bytes < least || !header) return 'identity';
  if (accepts(header, 'br')) return 'br';
  return accepts(header, 'gzip') ? 'gzip' : 'identity';
}

export class Compressed {
  readonly identity: Buffer;
  #gzip: Buffer | undefined;
  #br: Buffer | undefined;
  #isImproving = false;

  constructor(identity: Buffer) {
    this.identity = identity;
  }

  /** Room for all of it, made or not. */
  get bytes(): number {
    return Math.ceil(this.identity.length * 1.6);
  }

  as(encoding: Encoding): Buffer {
    switch (encoding) {
      case 'br':
        return (this.#br ??= brotliCompressSync(this.identity, { params: quick }));
      case 'gzip':
        return (this.#gzip ??= gzipSync(this.identity));
      case 'identity':
        return this.identity;
    }
  }

  /** Once, and only where brotli was asked for: what makes it better, away from the requests, in a thread of zlib's own. */
  improvement(): (() => Promise<void>) | null {
    if (this.#br === undefined || this.#isImproving) return null;
    this.#isImproving = true;
    return async () => {
      const made = await new Promise<Buffer | null>((resolve) =>
        brotliCompress(this.identity, { params: best }, (failure, bytes) => resolve(failure ? null : bytes))
      );
      // Of a very short text the quick way may be the better one.
      if (made && made.length < this.as('br').length) this.#br = made;
    };
  }
}
