// Owns the stations of the demonstration: invented ones, heard where its communities are.
import type { PCode } from '#lib/domain/shared/ids.ts';
import { makeStation, type StationInput } from '#lib/server/station/write-station.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import { comingDays } from '#lib/domain/event/sheet.ts';
import { noteAiring } from '#lib/server/broadcast/note-airing.ts';
import { takeSheet } from '#lib/server/broadcast/take-sheet.ts';
import { moment } from '#lib/server/db/context.ts';
import { eventsForStation } from '#lib/server/event/queries.ts';
import { listStations } from '#lib/server/station/queries.ts';
import { must, type Stand } from './foundations.ts';
import { actingAs, joinStation } from './staff.ts';

const stations: readonly [StationInput, ...StationInput[]] = [
  { name: 'Radio Wabaria', languages: ['fr', 'ses', 'taq'], areas: ['ML0701' as PCode] },
  { name: 'Radio Kabara', languages: ['fr', 'bm', 'ses'], areas: ['ML0601' as PCode] }
];

/** The producer works at the first one. */
export function makeStations({ runtime, staff, now }: Stand): void {
  const ctx = actingAs(runtime, staff, 'administrator', now);
  const [first] = stations.map((station) => must(makeStation(ctx, station)));
  if (first) joinStation(runtime, staff, first.id, now);
}

/** The first station took its sheet two days ago, and read the first events of the coming days yesterday evening. */
export function broadcast({ runtime, staff, now }: Stand): void {
  const { db } = runtime;
  const station = listStations(db).find(({ name }) => name === stations[0].name);
  if (!station) return;
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const producer = actingAs(runtime, staff, 'radio', now);
  must(takeSheet({ ...producer, now: ago(48) }, station.id, moment(ago(48))));
  const heard = eventsForStation(db, now, { heardIn: station.areas, ...comingDays(now) });
  for (const { id } of heard.slice(0, 2))
    must(noteAiring(producer, station, { event: id, day: dayOf(ago(24)), hour: '18:45' }));
}
