// Owns finding what an address names, or answering 404: a community, its consultation, its poll, its result, an event.
// What a discreet community keeps to itself is found for its own desk alone.
import { error } from '@sveltejs/kit';
import { can, visitor, type Subject } from '#lib/domain/account/permissions.ts';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import type { ResultAddress } from '#lib/domain/result/result-address.ts';
import {
  communitySubject,
  consultationByNumber,
  findCommunity,
  newestConsultation,
  type Community,
  type Consultation
} from './community/queries.ts';
import { toldConsultation } from './community/told-consultation.ts';
import type { Context, Staff } from './db/context.ts';
import type { Portal } from './db/portal.ts';
import { findEvent, findToldEvent } from './event/queries.ts';
import type { Sitting } from './vote/sittings.ts';
import { newestPoll, publishedResult, type Poll, type PublishedResult } from './vote/queries.ts';
import { signedRecord } from './vote/write-record.ts';

export type AtCommunity = { readonly community: Community; readonly subject: Subject };

export function communityAt(db: Portal, slug: string): AtCommunity {
  const community = findCommunity(db, slug);
  if (!community) error(404, 'not-found');
  return { community, subject: communitySubject(db, community.id) };
}

/** @param number as addresses name it, from 1; the newest where they name none. */
export function consultationAt(
  db: Portal,
  slug: string,
  number?: string | number
): AtCommunity & { readonly consultation: Consultation } {
  const found = communityAt(db, slug);
  const { id } = found.community;
  const consultation = number ? consultationByNumber(db, id, Number(number)) : newestConsultation(db, id);
  if (!consultation) error(404, 'not-found');
  return { ...found, consultation };
}

/** As visitors are told of it. */
export function toldConsultationAt({ db, now }: Context, { slug, number }: { slug: string; number: string }) {
  const { community } = communityAt(db, slug);
  const consultation = toldConsultation(db, community, now, Number(number));
  if (!consultation) error(404, 'not-found');
  return { community, consultation };
}

export function pollAt(db: Portal, slug: string): ReturnType<typeof consultationAt> & { readonly poll: Poll } {
  const found = consultationAt(db, slug);
  const poll = newestPoll(db, found.consultation.id);
  if (!poll) error(404, 'not-found');
  return { ...found, poll };
}

/** @param number as addresses name it, from 1. */
export const sittingAt = (poll: Poll, number: string): Sitting =>
  poll.sittings[Number(number) - 1] ?? error(404, 'not-found');

export type Asker = { readonly ctx: Context; readonly staff: Staff | null };

/** A published result; before publication 404, alike in every stage. */
export function resultAt(
  { ctx, staff }: Asker,
  { slug, number, poll }: ResultAddress
): ReturnType<typeof consultationAt> & { readonly result: PublishedResult } {
  const found = consultationAt(ctx.db, slug, number);
  const reader = can(staff ?? visitor, 'see-community-desk', found.subject) ? 'desk' : 'visitor';
  const result = publishedResult(ctx.db, found.consultation.id, ctx.now, reader, poll ? Number(poll) : null);
  if (!result) error(404, 'not-found');
  return { ...found, result };
}

/** Minutes are signed whole or not at all: while a part of them is hidden, visitors get 404. */
export function minutesAt(asker: Asker, address: ResultAddress) {
  const { result, ...found } = resultAt(asker, address);
  const { record } = result;
  if (!record) error(404, 'not-found');
  return { ...found, result: { ...result, record } };
}

/** The minutes' signed file; 404 where they were published before there were records. */
export function recordAt(asker: Asker, address: ResultAddress) {
  const found = minutesAt(asker, address);
  const signed = signedRecord(asker.ctx.db, found.result.record.number);
  if (signed === null) error(404, 'not-found');
  return { ...found, signed };
}

export function eventAt(
  { ctx, staff }: Asker,
  id: string
): { readonly event: AnnouncedEvent; readonly mayChange: boolean } {
  const found = findEvent(ctx.db, id);
  const mayChange =
    found !== null && can(staff ?? visitor, 'change-event', communitySubject(ctx.db, found.community.id));
  const event = mayChange ? found : findToldEvent(ctx.db, ctx.now, id);
  if (!event) error(404, 'not-found');
  return { event, mayChange };
}

/** For the desk's pages of an event: what the right is asked about, before anybody learns whether there is such an event. */
export function deskEventAt(
  db: Portal,
  id: string
): { readonly found: AnnouncedEvent | null; readonly subject: Subject } {
  const found = findEvent(db, id);
  return { found, subject: found ? communitySubject(db, found.community.id) : {} };
}
