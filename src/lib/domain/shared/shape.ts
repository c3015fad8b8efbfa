// Owns small guards for data that comes from elsewhere, since the domain does without packages. It refuses members that nobody named.

/** Says whether data has a shape, all the way down. */
export type Guard<Value> = (value: unknown) => value is Value;
export type Guarded<Of> = Of extends Guard<infer Value> ? Value : never;

type Members<Guards extends Readonly<Record<string, Guard<unknown>>>> = {
  readonly [Name in keyof Guards]: Guarded<Guards[Name]>;
};

/** An object with these members and no others. */
export const exactly =
  <Guards extends Readonly<Record<string, Guard<unknown>>>>(guards: Guards): Guard<Members<Guards>> =>
  (value): value is Members<Guards> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const names = Object.keys(guards);
    if (Object.keys(value).length !== names.length) return false;
    return names.every(
      (name) => Object.hasOwn(value, name) && guards[name]?.((value as Record<string, unknown>)[name])
    );
  };

export const listOf =
  <Value>(guard: Guard<Value>, least = 0, most = 1000): Guard<readonly Value[]> =>
  (value): value is readonly Value[] =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(guard);

export const orNull =
  <Value>(guard: Guard<Value>): Guard<Value | null> =>
  (value): value is Value | null =>
    value === null || guard(value);

export const oneOf =
  <const Value extends string>(values: readonly Value[]): Guard<Value> =>
  (value): value is Value =>
    values.some((known) => known === value);

/** A narrower text, as ids are. */
export const textLike =
  <Value extends string = string>(pattern: RegExp): Guard<Value> =>
  (value): value is Value =>
    typeof value === 'string' && pattern.test(value);

export const isText = textLike(/^[^\p{Surrogate}]*$/u);
export const isDigest = textLike(/^[0-9a-f]{64}$/);

/** A negative nought is another text in memory and the same on paper. */
export const isWhole: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);

/** Of people or ballots. More than any village could bring would only overflow a sum somewhere. */
export const isCount: Guard<number> = (value): value is number => isWhole(value) && value <= 1_000_000;
