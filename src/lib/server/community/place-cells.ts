// Owns reading single cells of a list of places: a code, a name, a position. It notes what it refuses.
import { asPCode, levelOf, type Level } from '#lib/domain/community/pcode.ts';
import type { Position } from '#lib/domain/community/place-changes.ts';
import { fold } from '#lib/domain/community/fold.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';

export type CellProblem = 'code-missing' | 'code-malformed' | 'name-missing' | 'name-unreadable';
type Note = (reason: CellProblem, value: string) => void;

export function readCode(text: string, level: Level, note: Note): PCode | null {
  if (text === '') return (note('code-missing', ''), null);
  const code = asPCode(text);
  if (!code || levelOf(code) !== level) return (note('code-malformed', text), null);
  return code;
}

/** A file in another encoding than UTF-8 reads with replacement signs in place of its accents. */
export function isReadableName(name: string, note: Note): boolean {
  if (/[\uFFFD\p{Cc}]/u.test(name) || name.length > 120) return (note('name-unreadable', name.slice(0, 120)), false);
  if (fold(name) === '') return (note('name-missing', name), false);
  return true;
}

/** A little more than Mali: a latitude in the place of a longitude falls outside. */
const bounds = { south: 9.5, north: 25.5, west: -12.7, east: 4.7 } as const;
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** @returns null where both are empty, undefined where they are no point of Mali. Five digits are about a metre. */
export function readPosition(latitudeText: string, longitudeText: string): Position | null | undefined {
  if (latitudeText === '' && longitudeText === '') return null;
  const [latitude = NaN, longitude = NaN] = [latitudeText, longitudeText].map((text) =>
    /^-?\d+([.,]\d+)?$/.test(text) ? round(Number(text.replace(',', '.'))) : NaN
  );
  const inside =
    latitude >= bounds.south && latitude <= bounds.north && longitude >= bounds.west && longitude <= bounds.east;
  return inside ? { latitude, longitude } : undefined;
}
