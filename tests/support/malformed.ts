// Owns bodies that no page of ours would send: what a broken phone, a broken program or somebody curious may post.

export type Body = { readonly name: string; readonly type: string | null; readonly data: string | Buffer };

const nasty = [
  '',
  '\0',
  '\u{1F4A5}'.repeat(50),
  '%',
  '%zz%',
  '%ED%A0%80',
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(400),
  "'; DROP TABLE polls; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{{title}}',
  '$t(error.phone-invalid)',
  '\u202e\u2066',
  'true,false',
  '__proto__'
] as const;

/** A small generator with a printed seed: the same seed posts the same bodies. @returns numbers from 0 to below 1 */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0) / 2 ** 32;
  };
}

const boundary = 'sigida-malformed';
const part = (name: string, text: string, file = false): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file ? '; filename="a.txt"\r\nContent-Type: text/plain' : ''}\r\n\r\n${text}\r\n`;
const multipart = `multipart/form-data; boundary=${boundary}`;
const urlencoded = 'application/x-www-form-urlencoded';
const encode = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, text]) => `${encodeURIComponent(name)}=${text}`).join('&');

/** Bodies that are wrong whatever the form is. @param names of the form's own fields */
function known(names: readonly string[]): readonly Body[] {
  const filled = names.map((name) => [name, 'x'] as const);
  return [
    { name: 'nothing at all', type: urlencoded, data: '' },
    { name: 'no type', type: null, data: 'x=1' },
    { name: 'fields of another form', type: urlencoded, data: 'x=1&y=2' },
    { name: 'every field twice', type: urlencoded, data: encode([...filled, ...filled]) },
    { name: 'names of an object’s own', type: urlencoded, data: '__proto__=1&constructor=2&toString=3' },
    { name: '20,000 fields', type: urlencoded, data: encode(Array.from({ length: 20_000 }, (_, n) => [`f${n}`, ''])) },
    { name: 'bytes that are no text', type: urlencoded, data: Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0xc3, 0x28]) },
    { name: 'JSON', type: 'application/json', data: JSON.stringify(Object.fromEntries(filled)) },
    { name: 'plain text', type: 'text/plain', data: encode(filled) },
    {
      name: 'files instead of text',
      type: multipart,
      data: `${names.map((name) => part(name, 'x', true)).join('')}--${boundary}--\r\n`
    },
    { name: 'a form that breaks off', type: multipart, data: part(names[0] ?? 'x', 'x').slice(0, -20) },
    { name: 'a form without its boundary', type: 'multipart/form-data', data: part('x', 'x') },
    ...names.slice(0, 3).map((name) => ({
      name: `200 kB in ${name}`,
      type: urlencoded,
      data: encode([...filled.filter(([other]) => other !== name), [name, 'x'.repeat(200_000)]])
    }))
  ];
}

/** @param count how many bodies in all; those after the known ones are drawn. */
export function malformedBodies(names: readonly string[], draw: () => number, count: number): readonly Body[] {
  const bodies = [...known(names)];
  while (bodies.length < count) {
    const pairs = names.map((name) => [name, nasty[Math.floor(draw() * nasty.length)] ?? ''] as const);
    const kept = pairs.filter(() => draw() < 0.9);
    const raw = draw() < 0.3;
    const data = encode(kept.map(([name, text]) => [name, raw ? text : encodeURIComponent(text)]));
    bodies.push({ name: `drawn ${bodies.length}`, type: urlencoded, data });
  }
  return bodies;
}
