// Owns which facts of an event are said on air in a language: its text in that language where somebody wrote it, and what
// became of it. The organiser's phone is not among them, and of a masked event nothing but kind, communities and day.
import { standing, textIn, type AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { isMasked } from '#lib/domain/event/hidden-event.ts';
import type { SpokenEvent } from './spoken-event.ts';

/** @param lang in which it is to be read. */
export function spokenOf(event: AnnouncedEvent, lang: string): SpokenEvent {
  const { title, about, language } = textIn(event, lang);
  const { kind, place, startsAt, endsAt, organiser, audience, spoken } = event;
  return {
    ...{ kind, title, about, language, place, startsAt, endsAt, organiser, audience },
    communities: [event.community, ...event.guests].map(({ name }) => name),
    spokenLanguages: spoken,
    masked: isMasked(event),
    ...fateOf(event, language === event.language)
  };
}

/** @param inOwn whether it is read in the language that it was announced in: reasons are written in it and not translated. */
function fateOf(event: AnnouncedEvent, inOwn: boolean): Pick<SpokenEvent, 'standing' | 'previousStart' | 'reason'> {
  const now = standing(event);
  // No sheet has a draft.
  if (now === 'planned' || now === 'draft') return { standing: 'planned' };
  const told = event.changes.findLast(({ change }) => change === now);
  const before =
    now === 'moved' && told ? { previousStart: told.previousStart, previousPlace: told.previousPlace } : {};
  return { standing: now, ...before, ...(inOwn && told?.reason ? { reason: told.reason } : {}) };
}
