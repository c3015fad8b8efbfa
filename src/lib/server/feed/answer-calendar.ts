// Owns answering a calendar file: its type, and the newest change among its events as its date.
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { answerFeed } from './answer-feed.ts';

export const answerCalendar = (
  request: Request,
  events: readonly AnnouncedEvent[],
  body: string,
  fileName?: string
): Response =>
  answerFeed(request, {
    body,
    type: 'text/calendar; charset=utf-8',
    changedAt:
      events
        .map(({ changedAt }) => changedAt)
        .sort()
        .at(-1) ?? null,
    ...(fileName && { fileName })
  });
