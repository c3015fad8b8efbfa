// Owns the form in which the places of 2015 are shipped: gzipped CSV, sorted, the same bytes for the same places.
import { parse } from 'csv-parse/sync';
import { gunzipSync, gzipSync } from 'node:zlib';
import { asPCode, levelOf, parentByPrefix } from '#lib/domain/community/pcode.ts';
import type { ListedPlace } from '#lib/domain/community/place-changes.ts';

const header = 'pcode,parent,name,alt_name,lat,lon';

/** A parent is written only where the code does not tell it. */
export function packPlaces(places: readonly ListedPlace[]): Buffer {
  const sorted = [...places].sort((one, other) => (one.pcode < other.pcode ? -1 : 1));
  const lines = sorted.map(({ pcode, parent, name, alternative, position }) => {
    const above = parent === parentByPrefix(pcode) ? '' : (parent ?? '');
    return [
      pcode,
      above,
      quote(name),
      quote(alternative ?? ''),
      position?.latitude ?? '',
      position?.longitude ?? ''
    ].join(',');
  });
  const bytes = gzipSync(`${[header, ...lines].join('\n')}\n`, { level: 9 });
  // The header names the system that packed it; 255 is "unknown", so that every system writes the same.
  bytes[9] = 255;
  return bytes;
}

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @throws when the bytes are not as packed. */
export function unpackPlaces(bytes: Buffer): readonly ListedPlace[] {
  const [, ...rows] = parse(gunzipSync(bytes));
  return rows.map(([code = '', above = '', name = '', alternative = '', latitude = '', longitude = '']) => {
    const pcode = asPCode(code);
    const parent = above === '' ? pcode && parentByPrefix(pcode) : asPCode(above);
    if (!pcode || name === '') throw new Error(`The shipped list of places is damaged at "${code}".`);
    const position = latitude === '' ? null : { latitude: Number(latitude), longitude: Number(longitude) };
    return { pcode, level: levelOf(pcode), name, alternative: alternative || null, parent, position };
  });
}
