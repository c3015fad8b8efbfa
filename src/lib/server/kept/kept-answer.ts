// Owns one kept answer and how it is sent: in the encoding that was asked for, with the visitor's own cookie, or as 304.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { isKnown } from '../http/is-known.ts';
import { Compressed, encodingFor, type Encoding } from './compressed.ts';
import { privately, publicly } from '../http/public-routes.ts';
import type { Recorded } from './record-answer.ts';

export type KeptAnswer = {
  readonly route: string;
  readonly version: number;
  readonly minute: number;
  readonly etag: string;
  readonly changedAt: string | null;
  readonly body: Compressed;
  /** As `writeHead` takes them, name after name; those of a 304 are fewer. */
  readonly headers: Readonly<Record<Encoding, readonly string[]>>;
  readonly unchanged: readonly string[];
  /** With the length of what is sent. */
  readonly heads: { [Name in Encoding]?: { readonly length: number; readonly lines: readonly string[] } };
};

/** Of one way of sending, or of one visitor. */
const own = [
  'set-cookie',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date'
];
/** A browser gives the headers of a 304 to the page that it kept, which has policies of its own (RFC 9111, 3.2). */
const ofBody = ['content-type', 'content-disposition', 'content-security-policy', 'permissions-policy'];

export const mayBeKept = ({ status, headers }: Recorded): boolean =>
  status === 200 && headers.get('cache-control') === publicly && typeof headers.get('etag') === 'string';

/** @param before what was kept of the same address: where the bytes are the same, they were compressed already. */
export function keptAnswer(
  { headers: set, body: bytes }: Recorded,
  at: Pick<KeptAnswer, 'route' | 'version' | 'minute'>,
  before: KeptAnswer | undefined
): KeptAnswer {
  const body = before?.body.identity.equals(bytes) ? before.body : new Compressed(bytes);
  const lines = [...set]
    .filter(([name]) => !own.includes(name) && name !== 'vary')
    .flatMap(([name, value]) => [name, String(value)]);
  const vary = ['vary', [...new Set([...words(set.get('vary')), 'Accept-Encoding'])].join(', ')];
  const headersAs = (encoding: Encoding) => [
    ...lines,
    ...vary,
    ...(encoding === 'identity' ? [] : ['content-encoding', encoding])
  ];
  const unchanged = lines.filter((_, place) => !ofBody.includes(lines[place - (place % 2)] ?? ''));
  return {
    ...at,
    body,
    etag: String(set.get('etag')),
    changedAt: set.has('last-modified') ? String(set.get('last-modified')) : null,
    headers: { br: headersAs('br'), gzip: headersAs('gzip'), identity: headersAs('identity') },
    unchanged: [...unchanged, ...vary],
    heads: {}
  };
}

const words = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : String(value).split(/\s*,\s*/);

/** @param cookie a line of this visitor's own. @returns the status. */
export function sendKept(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  response: ServerResponse,
  kept: KeptAnswer,
  cookie: string | null
): 200 | 304 {
  if (hasItAlready(headers, kept)) {
    response.writeHead(304, withCookie(kept.unchanged, cookie)).end();
    return 304;
  }
  const encoding = encodingFor(headers['accept-encoding'], kept.body.identity.length);
  const bytes = kept.body.as(encoding);
  response.writeHead(200, withCookie(wholeHead(kept, encoding, bytes.length), cookie));
  response.end(method === 'HEAD' ? undefined : bytes);
  return 200;
}

/** Most ask without any condition. */
function hasItAlready(headers: IncomingHttpHeaders, { etag, changedAt }: KeptAnswer): boolean {
  if (headers['if-none-match'] === undefined && headers['if-modified-since'] === undefined) return false;
  return isKnown({ get: (name) => headers[name]?.toString() ?? null }, etag, changedAt);
}

/** Made once for each encoding, and once more where the bytes were made better. */
function wholeHead({ heads, headers }: KeptAnswer, encoding: Encoding, length: number): readonly string[] {
  const made = heads[encoding];
  if (made?.length === length) return made.lines;
  const lines = [...headers[encoding], 'content-length', String(length)];
  heads[encoding] = { length, lines };
  return lines;
}

/** A cookie in a shared cache would be handed to others. Whoever sends the lines changes nothing in them. */
function withCookie(lines: readonly string[], cookie: string | null): string[] {
  if (cookie === null) return lines as string[];
  return [...lines.map((line) => (line === publicly ? privately : line)), 'set-cookie', cookie];
}
