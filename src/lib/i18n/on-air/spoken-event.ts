// Owns what a script on air is made of: the facts of an event that are said aloud. An organiser's phone is no part of it.
import type { AudienceCode } from '#lib/domain/event/audiences.ts';
import type { EventKind } from '#lib/domain/event/kinds.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';

export type SpokenEvent = {
  readonly kind: EventKind;
  readonly title: string;
  readonly about: string;
  /** Of title, text and reason. */
  readonly language: ContentLanguage;
  readonly place: string;
  /** Names, at least one. */
  readonly communities: readonly string[];
  /** Moments are UTC, as 2026-07-05T16:00:00Z. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly organiser: string;
  readonly audience: AudienceCode;
  readonly standing: 'planned' | 'moved' | 'cancelled' | 'restored';
  /** Where it was to be before it moved, as far as that changed. */
  readonly previousStart?: string;
  readonly previousPlace?: string;
  readonly reason?: string;
  /** Spoken at the event; none where nobody said. */
  readonly spokenLanguages: readonly ContentLanguage[];
  /** What was written, place and hour are not known here: of it only kind, communities and day are said. */
  readonly masked?: boolean;
};
