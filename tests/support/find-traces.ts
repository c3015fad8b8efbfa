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
