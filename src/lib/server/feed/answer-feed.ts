// Owns how a feed is answered: readable from any site, kept for a while, 304 where the asker has the same bytes already, and 400.
import { createHash } from 'node:crypto';
import { isKnown } from '../http/is-known.ts';
import { publicly } from '../http/public-routes.ts';

export type Feed = {
  readonly body: string;
  /** With its character set. */
  readonly type: string;
  /** Moment of the newest change, or null where the feed is empty. */
  readonly changedAt: string | null;
  /** A name to save it under, where it is meant to be saved. */
  readonly fileName?: string;
};

/** Programs of any site may read a feed, and why there is none. */
const readable = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified'
};

/** @param words why the address has no feed, and what it may say instead, in the asker's language. */
export const refuseFeed = (words: string): Response =>
  new Response(`${words}\n`, { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8', ...readable } });

export function answerFeed(request: Request, { body, type, changedAt, fileName }: Feed): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers({
    'content-type': type,
    'cache-control': publicly,
    ...readable,
    etag
  });
  if (changedAt) headers.set('last-modified', new Date(changedAt).toUTCString());
  if (fileName) headers.set('content-disposition', `attachment; filename="${fileName}"`);
  if (isKnown(request.headers, etag, changedAt)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
