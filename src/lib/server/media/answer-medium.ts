// Owns how a file of a medium is answered: as bytes to look at or to hear, never as a page that could run, in parts where asked.
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { mediumName, mediumTypes, type MediumFile } from '#lib/domain/media/media-kinds.ts';
import { isKnown } from '../http/is-known.ts';
import { readRange, type ByteRange } from './byte-range.ts';
import { mediaFile, type MediaStore } from './media-store.ts';
import type { Medium } from './queries.ts';

/** Files never change under their name. Only the person's own device keeps them: a picture withheld later must not live on in between. */
const forever = 'private, max-age=31536000, immutable, no-transform';

function headersOf(file: MediumFile, medium: Medium, isPublic: boolean): Headers {
  return new Headers({
    'content-type': mediumTypes[medium.ending].type,
    'content-disposition': `inline; filename="${mediumName(file)}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': isPublic ? forever : 'no-store',
    'accept-ranges': 'bytes',
    etag: `"${medium.sha256.slice(0, 32)}${file.small ? '-small' : ''}"`
  });
}

/** A range is for those who have the rest: `If-Range` names what they have. */
function askedRange({ headers, method }: Request, etag: string, size: number): ByteRange | 'unsatisfiable' | null {
  const condition = headers.get('if-range');
  if (method !== 'GET' || (condition !== null && condition !== etag)) return null;
  return readRange(headers.get('range'), size);
}

/** Streamed: a slow phone holds a file open, not its bytes in memory. The stream closes the file. */
const bodyOf = (handle: FileHandle, { first, last }: ByteRange): ReadableStream =>
  Readable.toWeb(handle.createReadStream({ start: first, end: last })) as ReadableStream;

/** Null where the file is gone. @param isPublic whether caches of the person's own device may keep it. */
export async function answerMedium(
  request: Request,
  store: MediaStore,
  medium: Medium,
  file: MediumFile,
  isPublic: boolean
): Promise<Response | null> {
  const headers = headersOf(file, medium, isPublic);
  const etag = headers.get('etag') ?? '';
  if (isKnown(request.headers, etag, null)) return new Response(null, { status: 304, headers });
  const handle = await open(mediaFile(store, mediumName(file))).catch(() => null);
  if (!handle) return null;
  const { size } = await handle.stat();
  const range = askedRange(request, etag, size);
  const { first, last } = range === null || range === 'unsatisfiable' ? { first: 0, last: size - 1 } : range;
  if (range === 'unsatisfiable') headers.set('content-range', `bytes */${size}`);
  else headers.set('content-length', String(last - first + 1));
  if (range !== null && range !== 'unsatisfiable') headers.set('content-range', `bytes ${first}-${last}/${size}`);
  const status = range === 'unsatisfiable' ? 416 : range ? 206 : 200;
  if (status !== 416 && request.method === 'GET')
    return new Response(bodyOf(handle, { first, last }), { status, headers });
  await handle.close();
  return new Response(null, { status, headers });
}
