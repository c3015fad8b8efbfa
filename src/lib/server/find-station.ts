// Owns finding the station that an address names, or answering 404.
import { error } from '@sveltejs/kit';
import type { Portal } from './db/portal.ts';
import { findStation, type Station } from './station/queries.ts';

/** @throws 404 for a station that has ended, or never was. */
export function stationAt(db: Portal, slug: string): Station {
  const station = findStation(db, slug);
  if (!station) error(404, 'not-found');
  return station;
}
