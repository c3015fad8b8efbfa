// Owns where a station may be heard: whole regions, or cercles of them. It names what a station has chosen.
import { levelOf } from '#lib/domain/community/pcode.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { cerclesOf, placeName, regions } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import type { Station } from './queries.ts';

export type RegionToHear = Heard & { readonly cercles: readonly Heard[] };
type Heard = { readonly pcode: PCode; readonly name: string };

/** By name. */
export const regionsToHear = (db: Portal): readonly RegionToHear[] =>
  regions(db).map(({ pcode, name }) => ({
    pcode,
    name,
    cercles: cerclesOf(db, pcode).map((cercle) => ({ pcode: cercle.pcode, name: cercle.name }))
  }));

/** A region and a cercle in it may bear one name. */
export const heardIn = (db: Portal, { areas }: Station) =>
  areas.map((area) => ({ level: levelOf(area) === 1 ? 'region' : 'cercle', name: placeName(db, area) }) as const);
