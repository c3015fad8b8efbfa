// Packs the four lists of 2015 into the one file that the program ships: node scripts/pack-places.ts FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPlace } from '#lib/domain/community/place-changes.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { shippedPlacesFile } from '#lib/server/community/load-shipped-places.ts';
import { readPlaceList } from '#lib/server/community/read-place-list.ts';
import { packPlaces } from '#lib/server/community/shipped-places.ts';

const files = [
  'mali_regions_codab2015.csv',
  'mali_cercles_codab2015.csv',
  'mali_communes_codab2015.csv',
  'mali_localities_codps2015.csv'
];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node scripts/pack-places.ts FOLDER\n\nFOLDER holds ' + files.join(', ') + '.');
  process.exit(2);
}

// A place's own list tells its position; the lists beneath only name it.
const places = new Map<PCode, ListedPlace>();
for (const file of files) {
  const read = readPlaceList(readFileSync(join(folder, file), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.problems.slice(0, 5))}`);
  for (const [pcode, place] of read.list.places) if (!places.has(pcode)) places.set(pcode, place);
}
const bytes = packPlaces([...places.values()]);
writeFileSync(shippedPlacesFile, bytes);
console.log(`${places.size} places in ${bytes.length} bytes`);
