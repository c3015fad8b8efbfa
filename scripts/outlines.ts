// Owns drawing the outlines of Mali's regions for the map on our pages, from OCHA's common operational dataset (COD-AB, valid from
// 2015-04-08, CC0): `node scripts/outlines.ts FILE.geojson`. Neighbours share their border to the point, so no gap opens between them.
import { readFileSync, writeFileSync } from 'node:fs';

type Point = readonly [longitude: number, latitude: number];
type Region = { properties: { adm1_pcode: string }; geometry: { coordinates: Point[][] } };

const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: node scripts/outlines.ts FILE.geojson');
const regions = (JSON.parse(readFileSync(file, 'utf8')) as { features: Region[] }).features;

/** What is nearer to a straight line than this, in degrees, is drawn as one: 17 km, a hair on a phone. */
const tolerance = 0.15;
/** Must be those of `places-on-map.ts`. */
const perDegree = 16;
const [west, north] = [-12.5, 25.2];
const narrowing = 0.956;
const drawn = ([longitude, latitude]: Point): Point => [
  Math.round((longitude - west) * narrowing * perDegree),
  Math.round((north - latitude) * perDegree)
];

const nameOf = (point: Point): string => point.join(' ');
const ringOf = ({ geometry }: Region): Point[] => (geometry.coordinates[0] ?? []).slice(0, -1);
const owners = new Map<string, string>();
for (const region of regions)
  for (const point of ringOf(region))
    owners.set(nameOf(point), (owners.get(nameOf(point)) ?? '') + region.properties.adm1_pcode);

const between = (point: Point, [x, y]: Point, [toX, toY]: Point): number => {
  const [across, down] = [toX - x, toY - y];
  const length = Math.hypot(across, down);
  const [px, py] = [point[0] - x, point[1] - y];
  return length === 0 ? Math.hypot(px, py) : Math.abs(across * py - down * px) / length;
};

/** Douglas and Peucker: the first and the last stay. */
function simpler(line: readonly Point[]): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  const away = line.map((point) => between(point, first, last));
  const farthest = away.indexOf(Math.max(...away));
  if ((away[farthest] ?? 0) <= tolerance) return [first, last];
  return [...simpler(line.slice(0, farthest + 1)).slice(0, -1), ...simpler(line.slice(farthest))];
}

/** The same from both of its ends, for it belongs to two regions. */
function sameForBoth(line: readonly Point[]): readonly Point[] {
  const isTurned = nameOf(line[0] ?? [0, 0]) > nameOf(line.at(-1) ?? [0, 0]);
  const done = simpler(isTurned ? line.toReversed() : line);
  return isTurned ? done.toReversed() : done;
}

/** A border begins and ends where others than its two neighbours join. */
function outlineOf(region: Region): readonly Point[] {
  const ring = ringOf(region);
  const corners = ring.flatMap((point, at) => {
    const before = ring.at(at - 1) ?? point;
    const after = ring[(at + 1) % ring.length] ?? point;
    const own = owners.get(nameOf(point));
    const isCorner =
      (owners.get(nameOf(before)) !== own && (own?.length ?? 0) >= (owners.get(nameOf(before))?.length ?? 0)) ||
      (owners.get(nameOf(after)) !== own && (own?.length ?? 0) >= (owners.get(nameOf(after))?.length ?? 0));
    return isCorner ? [at] : [];
  });
  const cuts = corners.length > 1 ? corners : [0, Math.floor(ring.length / 2)];
  const points = cuts.flatMap((from, at) => {
    const to = cuts[(at + 1) % cuts.length] ?? 0;
    const line = [...ring, ...ring].slice(from, (to > from ? to : to + ring.length) + 1);
    return sameForBoth(line).slice(0, -1);
  });
  const marks = points.map(drawn).filter((point, at, all) => nameOf(point) !== nameOf(all.at(at - 1) ?? [-1, -1]));
  return marks;
}

/** Absolute where it begins, so that several of them can be one drawing. */
const pathOf = ([first, ...rest]: readonly Point[]): string => {
  if (!first) return '';
  let [x, y] = first;
  const steps = rest.map(([toX, toY]) => {
    const step = `${toX - x} ${toY - y}`;
    [x, y] = [toX, toY];
    return step;
  });
  return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
};

/** Where a name stands best: the centre of the outline's area. */
function middleOf(marks: readonly Point[]): Point {
  let [area, across, down] = [0, 0, 0];
  for (const [at, [x, y]] of marks.entries()) {
    const [toX, toY] = marks[(at + 1) % marks.length] ?? [x, y];
    const cross = x * toY - toX * y;
    area += cross;
    across += (x + toX) * cross;
    down += (y + toY) * cross;
  }
  return [Math.round(across / (3 * area)), Math.round(down / (3 * area))];
}

/** A district too small to have an outline is a lozenge, which a finger finds. */
const lozenge = ([x, y]: Point): readonly Point[] => [
  [x, y - 4],
  [x + 4, y],
  [x, y + 4],
  [x - 4, y]
];

const lines = regions.map((region) => {
  const marks = outlineOf(region);
  const shape = marks.length < 3 ? lozenge(marks[0] ?? [0, 0]) : marks;
  const [x, y] = middleOf(shape);
  return `  ${region.properties.adm1_pcode}: { path: '${pathOf(shape)}', x: ${x}, y: ${y} }`;
});
writeFileSync(
  new URL('../src/lib/domain/community/outlines.ts', import.meta.url).pathname,
  `// Owns the outlines of the regions of 2015, as paths of a drawing 256 wide and 244 high, by P-code. Made by \`scripts/outlines.ts\`
// from OCHA's COD-AB (CC0): they show where a region lies, and settle no border.

/** Where its name stands is said by x and y. */
export type Outline = { readonly path: string; readonly x: number; readonly y: number };

export const outlines: Readonly<Record<string, Outline>> = {
${lines.join(',\n')}
};
`
);
