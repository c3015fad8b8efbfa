// Owns comparing a list of places with those known: what is new, renamed, altered, moved or vanished. It changes nothing.
import type { PCode } from '#lib/domain/shared/ids.ts';
import type { Level } from './pcode.ts';

export type Position = { readonly latitude: number; readonly longitude: number };

/** A place as a list has it; a null says that the list does not tell. */
export type ListedPlace = {
  readonly pcode: PCode;
  readonly level: Level;
  readonly name: string;
  readonly alternative: string | null;
  readonly parent: PCode | null;
  readonly position: Position | null;
};

/** A place as the portal has it, with every spelling by which it is found. */
export type KnownPlace = Omit<ListedPlace, 'alternative'> & {
  readonly spellings: ReadonlySet<string>;
  readonly vanished: boolean;
};

export type Pair = { readonly known: KnownPlace; readonly listed: ListedPlace };
export type PlaceChanges = {
  readonly added: readonly ListedPlace[];
  readonly renamed: readonly Pair[];
  /** Another position, one more spelling, or back after having vanished. */
  readonly altered: readonly Pair[];
  /** Under another parent than before. */
  readonly moved: readonly Pair[];
  readonly vanished: readonly KnownPlace[];
  readonly unchanged: number;
};

type Known = ReadonlyMap<PCode, KnownPlace>;
type Listed = ReadonlyMap<PCode, ListedPlace>;

/** Each listed place is counted once, under the first that applies: new, moved, renamed, altered, unchanged. */
export function comparePlaces(known: Known, listed: Listed): PlaceChanges {
  const added: ListedPlace[] = [];
  const sorted: Record<'moved' | 'renamed' | 'altered' | 'unchanged', Pair[]> = {
    moved: [],
    renamed: [],
    altered: [],
    unchanged: []
  };
  for (const place of listed.values()) {
    const before = known.get(place.pcode);
    if (before) sorted[changeOf(before, place)].push({ known: before, listed: place });
    else added.push(place);
  }
  const { unchanged, ...changed } = sorted;
  return { added, ...changed, vanished: vanishedFrom(known, listed), unchanged: unchanged.length };
}

function changeOf(known: KnownPlace, listed: ListedPlace): 'moved' | 'renamed' | 'altered' | 'unchanged' {
  if (known.parent !== listed.parent) return 'moved';
  if (known.name !== listed.name) return 'renamed';
  const elsewhere =
    listed.position !== null &&
    (known.position?.latitude !== listed.position.latitude || known.position.longitude !== listed.position.longitude);
  const spelledAnew = listed.alternative !== null && !known.spellings.has(listed.alternative);
  return elsewhere || spelledAnew || known.vanished ? 'altered' : 'unchanged';
}

const regionOf = (code: PCode): string => code.slice(0, 4);

/** A list speaks of its own levels in its own regions, and of all regions when it is a list of regions. */
function vanishedFrom(known: Known, listed: Listed): readonly KnownPlace[] {
  const levels = new Set<Level>();
  const regions = new Set<string>();
  for (const { level, pcode } of listed.values()) {
    levels.add(level);
    regions.add(regionOf(pcode));
  }
  const onlyRegions = levels.size === 1 && levels.has(1);
  const spokenOf = ({ level, pcode }: KnownPlace) => levels.has(level) && (onlyRegions || regions.has(regionOf(pcode)));
  return [...known.values()].filter((place) => !place.vanished && !listed.has(place.pcode) && spokenOf(place));
}
