// Owns looking for what must not be in a text, in every form in which it could have got there.

/** A secret as it may have been written: typed, in an address, in groups, without its separators, in base 64. */
function formsOf(secret: string): readonly string[] {
  const bare = secret.replace(/[\s.-]/g, '');
  const groups = [2, 3, 4].flatMap((size) =>
    /^\d{6,}$/.test(bare)
      ? [' ', '-', '+', '%20'].map((by) => (bare.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(by))
      : []
  );
  const bases = [secret, bare].map((text) => Buffer.from(text).toString('base64').replace(/=+$/, ''));
  return [
    ...new Set([secret, bare, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...groups, ...bases])
  ];
}

/** @param secrets by what they are. @returns `what: form` for each that stands in the text. */
export const findTraces = (text: string, secrets: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(secrets).flatMap(([what, values]) =>
    values.flatMap((value) => {
      if (value.length < 3) throw new Error(`"${value}" is too short to be looked for.`);
      return formsOf(value).flatMap((form) => (text.includes(form) ? [`${what}: ${form}`] : []));
    })
  );

/** The same in a file of any kind: as text in both its common widths, in base 64 at any place, and as hexadecimal figures. */
export const findInBytes = (bytes: Buffer, secrets: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  searchFor(secrets)(bytes);

/** @returns what looks for them in one file after another: the forms of many codes take as long to make as a file to read. */
export function searchFor(secrets: Readonly<Record<string, readonly string[]>>): (bytes: Buffer) => readonly string[] {
  const needles = Object.entries(secrets).flatMap(([what, values]) =>
    values.flatMap((value) => {
      const forms = [...formsOf(value).map((form) => Buffer.from(form)), packed(value)].filter(
        ({ length }) => length > 0
      );
      return forms.flatMap((form) => [form.toString('latin1'), ...encoded(form)]).map((form) => ({ what, form }));
    })
  );
  const findAll = searchAll(needles);
  // Zero bytes apart, UTF-16 in either order is plain text.
  return (bytes) => [bytes, withoutZeros(bytes)].flatMap(findAll);
}

function withoutZeros(bytes: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0) kept[length++] = byte;
  }
  return kept.subarray(0, length);
}

type Needle = { readonly what: string; readonly form: string };

/** Of the table in which each beginning has its place; nearly all places stay empty, whatever the file holds. */
const tableBits = 20;

/** One pass for all of them: thousands of forms in megabytes would take minutes one by one. */
function searchAll(needles: readonly Needle[]): (bytes: Buffer) => readonly string[] {
  const width = Math.min(4, ...needles.map(({ form }) => form.length));
  const mask = width === 4 ? 0xffff_ffff : 2 ** (8 * width) - 1;
  const placeOf = (start: number): number => Math.imul(start & mask, 0x9e37_79b1) >>> (32 - tableBits);
  const begins = new Uint8Array(2 ** tableBits);
  for (const { form } of needles) begins[placeOf(Buffer.from(form, 'latin1').readUIntBE(0, width))] = 1;
  const byStart = Map.groupBy(needles, ({ form }) => form.slice(0, width));
  return (bytes) => {
    const found = new Set<string>();
    let start = 0;
    for (let end = 0; end < bytes.length; end++) {
      start = (start << 8) | (bytes[end] ?? 0);
      if (begins[placeOf(start)] === 0) continue;
      const at = end + 1 - width;
      if (at < 0) continue;
      for (const { what, form } of byStart.get(bytes.toString('latin1', at, end + 1)) ?? [])
        if (bytes.toString('latin1', at, at + form.length) === form) found.add(`${what}: ${form}`);
    }
    return [...found];
  };
}

/** The figures two to a byte, as a careful programmer might store them. */
const packed = (secret: string): Buffer => Buffer.from(secret.replace(/\D/g, ''), 'hex');

/** Base 64 has three forms, by what stands before: those characters that depend on the secret alone. */
const encoded = (form: Buffer): readonly string[] => [
  form.toString('hex'),
  form.toString('hex').toUpperCase(),
  ...[0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), form])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(shift === 0 ? 0 : shift + 1, (form.length + shift) % 3 === 0 ? undefined : -1);
  })
];
