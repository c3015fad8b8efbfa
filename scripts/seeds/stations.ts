// Owns the stations of the demonstration: invented ones, heard where its communities are.
import type { PCode } from '#lib/domain/shared/ids.ts';
import { makeStation, type StationInput } from '#lib/server/station/write-station.ts';
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
