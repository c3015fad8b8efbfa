// Owns a recording of an event as radios take it, written straight into the tables: a test says when it was made and how long it is.
import type { AccountId, EventId, MediumId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { newId } from '#lib/server/db/new-id.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { eventVoices } from '#lib/server/db/schema/event-media.ts';
import { media } from '#lib/server/db/schema/media.ts';

type Recording = {
  readonly language?: ContentLanguage;
  readonly at?: string;
  readonly ending?: 'mp3' | 'ogg';
  readonly duration?: number;
  readonly bytes?: number;
  /** Whether a file for radios could be made of it. */
  readonly forRadio?: boolean;
};

let number = 0;

/** It takes the place of one in the same language. @returns the medium that radios take. */
export function recorded(
  db: Portal,
  event: EventId,
  {
    language = 'fr',
    at = '2026-07-05T09:30:00Z',
    ending = 'mp3',
    duration = 24_600,
    bytes = 98_304,
    forRadio = true
  }: Recording = {}
): MediumId {
  const [medium, radioMedium] = [newId<MediumId>(), newId<MediumId>()];
  const by = newId<AccountId>();
  const kept = { kind: 'voice', sha256: '0'.repeat(64), duration, storedAt: at } as const;
  db.insert(media)
    .values([
      { id: medium, ending: 'webm', bytes: 40_000, ...kept },
      { id: radioMedium, ending, bytes, ...kept }
    ])
    .run();
  const row = { medium, radioMedium: forRadio ? radioMedium : null, number: ++number, at, by };
  db.insert(eventVoices)
    .values({ event, language, ...row })
    .onConflictDoUpdate({ target: [eventVoices.event, eventVoices.language], set: row })
    .run();
  return radioMedium;
}
