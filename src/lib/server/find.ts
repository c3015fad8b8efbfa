// Owns finding what an address names, or answering 404: a community, its consultation, its poll.
import { error } from '@sveltejs/kit';
import type { Subject } from '#lib/domain/account/permissions.ts';
import {
  communitySubject,
  findCommunity,
  newestConsultation,
  type Community,
  type Consultation
} from './community/queries.ts';
import type { Portal } from './db/portal.ts';
import { newestPoll, publishedResult, type Poll, type PublishedResult } from './vote/queries.ts';

export type AtCommunity = { readonly community: Community; readonly subject: Subject };

export function communityAt(db: Portal, slug: string): AtCommunity {
  const community = findCommunity(db, slug);
  if (!community) error(404, 'not-found');
  return { community, subject: communitySubject(db, community.id) };
}

export function consultationAt(db: Portal, slug: string): AtCommunity & { readonly consultation: Consultation } {
  const found = communityAt(db, slug);
  const consultation = newestConsultation(db, found.community.id);
  if (!consultation) error(404, 'not-found');
  return { ...found, consultation };
}

export function pollAt(db: Portal, slug: string): ReturnType<typeof consultationAt> & { readonly poll: Poll } {
  const found = consultationAt(db, slug);
  const poll = newestPoll(db, found.consultation.id);
  if (!poll) error(404, 'not-found');
  return { ...found, poll };
}

/** The published result of the newest consultation; before publication 404, alike in every stage. */
export function resultAt(
  db: Portal,
  slug: string
): ReturnType<typeof consultationAt> & { readonly result: PublishedResult } {
  const found = consultationAt(db, slug);
  const result = publishedResult(db, found.consultation.id);
  if (!result) error(404, 'not-found');
  return { ...found, result };
}
