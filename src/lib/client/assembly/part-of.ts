// Owns answering a player that asks for a part of a voice: what a cache keeps is whole, and some browsers play nothing but parts.

/** @param range as of the request, `bytes=0-` or `bytes=100-199`; anything else gets the whole. */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!asked) return whole;
  const bytes = await whole.clone().arrayBuffer();
  const from = Number(asked[1]);
  const to = asked[2] ? Math.min(Number(asked[2]), bytes.byteLength - 1) : bytes.byteLength - 1;
  if (from > to)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.byteLength}` } });
  const headers = new Headers(whole.headers);
  headers.set('content-range', `bytes ${from}-${to}/${bytes.byteLength}`);
  headers.set('content-length', String(to - from + 1));
  return new Response(bytes.slice(from, to + 1), { status: 206, headers });
}
