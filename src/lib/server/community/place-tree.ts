// Owns walking the tree of places, up and down. Parents are read, never cut from a code: chief towns have codes of their own.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Level } from '#lib/domain/community/pcode.ts';
import { regionToday, shownName } from '#lib/domain/community/place-aliases.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { places } from '../db/schema/community.ts';

export type Place = {
  readonly pcode: PCode;
  readonly level: Level;
  readonly name: string;
  readonly parent: PCode | null;
  readonly vanishedOn: string | null;
  /** The region in which a cercle lies today, where it is another one; unofficial. */
  readonly regionToday: string | null;
};

type Row = Omit<typeof places.$inferSelect, 'latitude' | 'longitude'>;
const shown = ({ pcode, level, name, parent, vanishedOn }: Row): Place => ({
  pcode,
  level,
  name: shownName(pcode, name),
  parent,
  vanishedOn,
  regionToday: regionToday(pcode)
});

export function findPlace(db: Portal, pcode: string): Place | null {
  const row = db
    .select()
    .from(places)
    .where(eq(places.pcode, pcode as PCode))
    .get();
  return row ? shown(row) : null;
}

/** From the region down to the place itself; empty for a code that is not known. Lists ask it of each of their rows. */
export const placePath = (db: Portal, pcode: PCode): readonly Place[] =>
  db.$client
    .prepare<[PCode], Row>(
      `WITH RECURSIVE path AS (
         SELECT *, 0 AS up FROM places WHERE pcode = ?
         UNION ALL SELECT places.*, up + 1 FROM path JOIN places ON places.pcode = path.parent)
       SELECT pcode, level, name, parent, vanished_on AS vanishedOn FROM path ORDER BY up DESC`
    )
    .all(pcode)
    .map(shown);

/** The places just beneath, by name, without those that vanished; the regions for null. */
export const childrenOf = (db: Portal, pcode: PCode | null): readonly Place[] =>
  db
    .select()
    .from(places)
    .where(and(pcode === null ? eq(places.level, 1) : eq(places.parent, pcode), isNull(places.vanishedOn)))
    .orderBy(asc(places.name), asc(places.pcode))
    .all()
    .map(shown);

/** For each known place the codes from its region down to itself: what `can` compares with a facilitator's area. */
export const areasOf = (db: Portal, pcodes: readonly PCode[]): readonly (readonly PCode[])[] =>
  pcodes.map((pcode) => placePath(db, pcode).map((place) => place.pcode)).filter((path) => path.length > 0);
