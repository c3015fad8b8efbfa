// Owns what the public is told of an event and of what became of it. An organiser's phone is no part of it.
import type { CommunityId, EventId } from '../shared/ids.ts';
import type { ContentLanguage } from '../shared/languages.ts';
import type { EventKind } from './kinds.ts';

/** Where and when it was to be before this change, and why that changed. Moments are UTC. */
export type EventChange = {
  readonly change: 'moved' | 'cancelled';
  readonly previousStart: string;
  readonly previousPlace: string;
  readonly reason: string;
  readonly at: string;
};

export type AnnouncedEvent = {
  readonly id: EventId;
  readonly community: { readonly id: CommunityId; readonly slug: string; readonly name: string };
  readonly kind: EventKind;
  readonly title: string;
  readonly about: string;
  /** Of the title and the text. */
  readonly language: ContentLanguage;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly organiser: string;
  readonly announcedAt: string;
  readonly cancelledAt: string | null;
  readonly changedAt: string;
  readonly sequence: number;
  /** Oldest first. */
  readonly changes: readonly EventChange[];
};

/** The place with its community behind, unless the place names it: many are announced "at Bagoundié". */
export const placeOf = ({ place, community }: Pick<AnnouncedEvent, 'place' | 'community'>): string =>
  place.toLowerCase().includes(community.name.toLowerCase()) ? place : `${place}, ${community.name}`;

/** For so many days a cancelled event stays in lists and feeds, so that whoever heard of it learns that it will not be. */
export const daysShownCancelled = 30;

export type Standing = 'planned' | 'moved' | 'cancelled';

export function standing(event: Pick<AnnouncedEvent, 'cancelledAt' | 'changes'>): Standing {
  if (event.cancelledAt) return 'cancelled';
  return event.changes.length > 0 ? 'moved' : 'planned';
}

/** The newest change, which is the one to tell. */
export const lastChange = (event: Pick<AnnouncedEvent, 'changes'>): EventChange | null => event.changes.at(-1) ?? null;
