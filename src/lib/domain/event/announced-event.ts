// Owns what is known of an event and of what became of it. An organiser's phone is no part of it.
import type { CommunityId, EventId, MediumId } from '../shared/ids.ts';
import type { ContentLanguage } from '../shared/languages.ts';
import type { VoiceEnding } from '../media/media-kinds.ts';
import type { AudienceCode } from './audiences.ts';
import type { EventKind } from './kinds.ts';

export type Change = 'moved' | 'cancelled' | 'restored' | 'hidden' | 'shown';

/** Where and when it was to be before this change, and why that changed. Moments are UTC. */
export type EventChange = {
  readonly number: number;
  readonly change: Change;
  readonly previousStart: string;
  readonly previousPlace: string;
  readonly reason: string;
  readonly at: string;
  /** When a second person stood by it; null while it stands on one person's word. */
  readonly confirmedAt: string | null;
};

export type AnswerOfRadios = 'sent' | 'held-back';

/** Since when a second person is asked to send it to the radios, and what they said; null while nobody answered. */
export type Sending = {
  readonly askedAt: string;
  readonly answer: { readonly answer: AnswerOfRadios; readonly reason: string; readonly at: string } | null;
};

export type EventText = { readonly title: string; readonly about: string; readonly language: ContentLanguage };
export type EventCommunity = { readonly id: CommunityId; readonly slug: string; readonly name: string };
export type EventPicture = { readonly id: MediumId; readonly width: number; readonly height: number };

/** `duration` in milliseconds. */
export type EventVoice = {
  readonly language: ContentLanguage;
  readonly id: MediumId;
  readonly ending: VoiceEnding;
  readonly duration: number;
};

export type AnnouncedEvent = EventText & {
  readonly id: EventId;
  readonly community: EventCommunity;
  /** Those that take part beside it, by name. */
  readonly guests: readonly EventCommunity[];
  readonly kind: EventKind;
  readonly audience: AudienceCode;
  /** Title and text in further languages; those of the event itself are in `language`. */
  readonly texts: readonly EventText[];
  /** Spoken there; empty where nobody said. */
  readonly spoken: readonly ContentLanguage[];
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly organiser: string;
  readonly series: EventId | null;
  /** Null while it is a draft. */
  readonly announcedAt: string | null;
  readonly sending: Sending | null;
  readonly cancelledAt: string | null;
  /** Place, hour and texts are told by the radio alone. */
  readonly hidden: boolean;
  readonly changedAt: string;
  readonly sequence: number;
  readonly picture: EventPicture | null;
  readonly voices: readonly EventVoice[];
  /** Oldest first. */
  readonly changes: readonly EventChange[];
};

/** The place with its community behind, unless the place names it: many are announced "at Bagoundié". */
export const placeOf = ({ place, community }: Pick<AnnouncedEvent, 'place' | 'community'>): string =>
  place.toLowerCase().includes(community.name.toLowerCase()) ? place : `${place}, ${community.name}`;

/** The title and text in the reader's language where somebody wrote them, else as they were first written. */
export const textIn = (
  { title, about, language, texts }: EventText & Pick<AnnouncedEvent, 'texts'>,
  lang: string
): EventText =>
  language === lang
    ? { title, about, language }
    : (texts.find((text) => text.language === lang) ?? { title, about, language });

/** For so many days a cancelled event stays in lists and feeds, so that whoever heard of it learns that it will not be. */
export const daysShownCancelled = 30;

export type Standing = 'draft' | 'planned' | 'moved' | 'cancelled' | 'restored';
type Fate = Pick<AnnouncedEvent, 'announcedAt' | 'cancelledAt' | 'changes'>;

export function standing({ announcedAt, cancelledAt, changes }: Fate): Standing {
  if (announcedAt === null) return 'draft';
  if (cancelledAt) return 'cancelled';
  const told = changes.findLast(({ change }) => change === 'moved' || change === 'restored');
  if (told?.change === 'restored') return 'restored';
  return told ? 'moved' : 'planned';
}

/** The newest change, which is the one to tell. */
export const lastChange = (event: Pick<AnnouncedEvent, 'changes'>): EventChange | null => event.changes.at(-1) ?? null;

/** Some change stands on one person's word. Who hid a place and who shows it again are two people by rule. */
export const isToConfirm = ({ changes }: Pick<AnnouncedEvent, 'changes'>): boolean =>
  changes.some(({ change, confirmedAt }) => change !== 'shown' && confirmedAt === null);
