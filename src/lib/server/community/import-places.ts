// Owns bringing an official list of places into the portal: all of it in one transaction, or nothing.
// It never deletes a place, and never moves one or takes one for vanished unless it was told to.
import { fitsUnder } from '#lib/domain/community/pcode.ts';
import { comparePlaces, type KnownPlace, type Pair, type PlaceChanges } from '#lib/domain/community/place-changes.ts';
import { ok } from '#lib/domain/shared/result.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { readKnownPlaces } from './known-places.ts';
import { writePlaces, type PlaceWriter } from './place-writer.ts';
import { readPlaceList, type PlaceList, type Problem } from './read-place-list.ts';

export type ImportOptions = {
  readonly now: Date;
  /** Called while it writes, with the changes written and those to write. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly dryRun?: boolean;
  readonly acceptMoves?: boolean;
  readonly retireVanished?: boolean;
};

/** What was found; `written` says how many places were changed, none in a dry run. */
export type ImportReport = PlaceChanges & { readonly written: number };
export type Imported =
  { readonly ok: true; readonly report: ImportReport } | { readonly ok: false; readonly problems: readonly Problem[] };

/** @param csvText one of the four lists (regions, cercles, communes, localities), known by its header. */
export function importPlaces(db: Portal, csvText: string, options: ImportOptions): Imported {
  const read = readPlaceList(csvText);
  if (!read.ok) return read;
  const done = inTransaction(db, () => ok(importList(db, read.list, options)));
  if (!done.ok) throw new Error('An import answers problems, never a refusal.');
  return done.value;
}

function importList(db: Portal, list: PlaceList, options: ImportOptions): Imported {
  const known = readKnownPlaces(db);
  const problems = strayPlaces(list, known);
  if (problems.length > 0) return { ok: false, problems };
  const changes = comparePlaces(known, list.places);
  const steps = options.dryRun ? [] : planSteps(changes, writePlaces(db.$client), options);
  for (const [index, step] of steps.entries()) {
    step();
    if (index % 500 === 499) options.onProgress?.(index + 1, steps.length);
  }
  if (steps.length > 0) recordImport(db, changes, options);
  options.onProgress?.(steps.length, steps.length);
  return { ok: true, report: { ...changes, written: steps.length } };
}

function recordImport(db: Portal, changes: PlaceChanges, options: ImportOptions): void {
  const { added, renamed, altered, moved, vanished } = changes;
  appendEntry({ db, now: options.now }, 'places-imported', {
    details: {
      added: added.length,
      renamed: renamed.length,
      altered: altered.length,
      moved: options.acceptMoves ? moved.length : 0,
      vanished: options.retireVanished ? vanished.length : 0
    }
  });
}

/** A new code must stand under the parent that it begins with. A known one under another parent counts as moved. */
function strayPlaces(list: PlaceList, known: ReadonlyMap<PCode, KnownPlace>): readonly Problem[] {
  return [...list.places.values()].flatMap(({ pcode, parent }) => {
    if (parent === null || known.has(pcode) || fitsUnder(pcode, parent)) return [];
    return [{ line: list.lines.get(pcode) ?? 0, reason: 'parent-wrong' as const, value: `${pcode}, ${parent}` }];
  });
}

/** One step for each place that changes. */
function planSteps(changes: PlaceChanges, write: PlaceWriter, options: ImportOptions): readonly (() => void)[] {
  const today = options.now.toISOString().slice(0, 10);
  const moved = options.acceptMoves ? changes.moved : [];
  const vanished = options.retireVanished ? changes.vanished : [];
  return [
    ...changes.added.map((place) => () => write.add(place)),
    ...[...changes.renamed, ...changes.altered, ...moved].map((pair) => () => writeChange(write, pair)),
    ...vanished.map(
      ({ pcode }) =>
        () =>
          write.vanish(pcode, today)
    )
  ];
}

function writeChange(write: PlaceWriter, { known, listed }: Pair): void {
  const { pcode, name, parent, position, alternative } = listed;
  if (known.parent !== parent) write.move(pcode, parent);
  if (known.name !== name) write.rename(pcode, known.name, name);
  if (position !== null) write.position(pcode, position);
  if (alternative !== null && !known.spellings.has(alternative)) write.spell(pcode, alternative, 'alternative');
  if (known.vanished) write.vanish(pcode, null);
}
