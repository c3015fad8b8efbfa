// Owns making, changing and ending a station. It refuses two of one name, areas that are no region or cercle, a form that was read too long
// ago, and ending one where people still work.
import { eq } from 'drizzle-orm';
import { fold } from '#lib/domain/community/fold.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { drawSlug } from '#lib/domain/shared/slug.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import type { PCode, StationId } from '#lib/domain/shared/ids.ts';
import { peopleAtStation } from '../account/queries.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { areaSubject, placeName } from '../community/queries.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Portal } from '../db/portal.ts';
import { stationAreas, stationChanges, stationLanguages, stations } from '../db/schema/station.ts';
import { isSlugTaken, listStations, readStation, type Station } from './queries.ts';

export const longestStationName = 60;

export type StationInput = {
  readonly name: string;
  readonly languages: readonly ContentLanguage[];
  readonly areas: readonly PCode[];
};
type InputRefusal = 'station-exists' | 'area-unknown';
type MakeRefusal = InputRefusal | 'slug-exhausted';
type ChangeRefusal = InputRefusal | 'station-changed-meanwhile';

export const makeStation = (ctx: StaffContext, typed: StationInput): Result<Station, MakeRefusal> =>
  inTransaction(ctx.db, (): Result<Station, MakeRefusal> => {
    const read = readInput(ctx.db, typed, null);
    if (!read.ok) return read;
    const { name, areas } = read.value;
    const around = areas[0] ? placeName(ctx.db, areas[0]) : '';
    const slug = drawSlug({ name, around, kind: 'station' }, (taken) => isSlugTaken(ctx.db, taken));
    if (slug === null) return refuse('slug-exhausted', { field: 'name' });
    const id = newId<StationId>();
    ctx.db.insert(stations).values({ id, slug, name }).run();
    appendEntry(ctx, 'station-made', { details: { station: id } });
    return ok(write(ctx, id, read.value));
  });

/** @param version as the station had it when the form was shown. */
export const changeStation = (
  ctx: StaffContext,
  id: StationId,
  typed: StationInput,
  version: number
): Result<Station, ChangeRefusal> =>
  inTransaction(ctx.db, (): Result<Station, ChangeRefusal> => {
    if (readStation(ctx.db, id)?.version !== version) return refuse('station-changed-meanwhile');
    const read = readInput(ctx.db, typed, id);
    if (!read.ok) return read;
    appendEntry(ctx, 'station-changed', { details: { station: id } });
    ctx.db.delete(stationLanguages).where(eq(stationLanguages.station, id)).run();
    ctx.db.delete(stationAreas).where(eq(stationAreas.station, id)).run();
    ctx.db.update(stations).set({ name: read.value.name }).where(eq(stations.id, id)).run();
    return ok(write(ctx, id, read.value));
  });

/** What events it read stays with its name; nobody is invited to it any more. */
export const endStation = (ctx: StaffContext, id: StationId): Result<null, 'station-has-people'> =>
  inTransaction(ctx.db, () => {
    const people = peopleAtStation(ctx.db, id).length;
    if (people > 0) return refuse('station-has-people', { detail: { count: people } });
    ctx.db
      .update(stations)
      .set({ endedAt: moment(ctx.now) })
      .where(eq(stations.id, id))
      .run();
    appendEntry(ctx, 'station-ended', { details: { station: id } });
    return ok(null);
  });

/** @param own the station itself, which may keep its name; null for a new one. */
function readInput(db: Portal, typed: StationInput, own: StationId | null): Result<StationInput, InputRefusal> {
  const name = typed.name.trim().replace(/\s+/g, ' ');
  const folded = fold(name);
  if (listStations(db).some((other) => other.id !== own && fold(other.name) === folded))
    return refuse('station-exists', { field: 'name', detail: { name } });
  const paths = typed.areas.map((area) => areaSubject(db, area).areas?.[0] ?? []);
  if (paths.some((path) => path.length === 0 || path.length > 2)) return refuse('area-unknown', { field: 'areas' });
  // A region holds its cercles: what lies in another area is not written twice.
  const areas = typed.areas.filter(
    (area, index) => !paths[index]?.some((above) => above !== area && typed.areas.includes(above))
  );
  return ok({ name, languages: [...new Set(typed.languages)], areas: [...new Set(areas)] });
}

function write(ctx: StaffContext, id: StationId, { languages, areas }: StationInput): Station {
  const spoken = languages.map((language) => ({ station: id, language }));
  ctx.db.insert(stationLanguages).values(spoken).run();
  const heard = areas.map((area) => ({ station: id, area }));
  ctx.db.insert(stationAreas).values(heard).run();
  ctx.db
    .insert(stationChanges)
    .values({ station: id, at: moment(ctx.now), by: ctx.actor.account })
    .run();
  const written = readStation(ctx.db, id);
  if (!written) throw new Error('A station that was just written is not there.');
  return written;
}
