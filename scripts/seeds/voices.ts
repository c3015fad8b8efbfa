// Owns the voices of the demonstration: tones of our own, one pitch for each language, marked as being none. Nobody's voice is lent to
// a thing that nobody said.
import { readFileSync } from 'node:fs';
import { spokenLabelCodes } from '#lib/domain/spoken/labels.ts';
import { projectFile } from '#lib/server/db/project-file.ts';
import { proposalVoices } from '#lib/server/db/schema/proposal.ts';
import { keepVoice } from '#lib/server/event/keep-voice.ts';
import { upcomingEvents } from '#lib/server/event/queries.ts';
import { storeVoice } from '#lib/server/media/store-voice.ts';
import { recordMedium } from '#lib/server/media/stored-medium.ts';
import { keepRecording } from '#lib/server/spoken/keep-recording.ts';
import { openVotes } from '#lib/server/vote/open-votes.ts';
import { findCommunity, newestConsultation } from '#lib/server/community/queries.ts';
import { newestPoll } from '#lib/server/vote/queries.ts';
import { at, must, type Stand } from './foundations.ts';

/** A second, a kilobyte: ffmpeg -f lavfi -i sine=frequency=440:duration=1 -c:a libopus -b:a 8k fr.ogg; 550 for bm, 660 for ses. */
const tone = (language: string): Blob =>
  new Blob([Uint8Array.from(readFileSync(projectFile(`scripts/seeds/tones/${language}.ogg`)))]);

const tones: ReadonlyMap<string, Blob> = new Map(['fr', 'bm', 'ses'].map((language) => [language, tone(language)]));
const toneOf = (language: string): Blob => tones.get(language) ?? tone('fr');

export async function lendVoices(stand: Stand): Promise<void> {
  await speakSentences(stand);
  await speakEvents(stand);
  await speakProjects(stand);
}

async function speakSentences(stand: Stand): Promise<void> {
  const ctx = at(stand, 'speaker', 0);
  for (const [language, voice] of tones) {
    const said = { voice, placeholder: true };
    for (const label of spokenLabelCodes)
      must(await keepRecording(ctx, stand.runtime.settings, { language, label }, said));
  }
}

/** Two of those that radios have. */
async function speakEvents(stand: Stand): Promise<void> {
  const { db, settings } = stand.runtime;
  const coming = upcomingEvents(db, stand.now, { limit: 20 }).filter(
    ({ cancelledAt, hidden }) => !cancelledAt && !hidden
  );
  for (const { id, language } of coming.slice(0, 2))
    must(await keepVoice(at(stand, 'facilitator', 0), settings, id, { language, voice: toneOf(language) }));
}

/** The projects of the first vote that is open. */
async function speakProjects(stand: Stand): Promise<void> {
  const { db, settings } = stand.runtime;
  const ctx = at(stand, 'committee', 0);
  const community = findCommunity(db, openVotes(db)[0]?.slug ?? '');
  const consultation = community && newestConsultation(db, community.id);
  const poll = consultation && newestPoll(db, consultation.id);
  for (const { proposal, language } of poll?.options ?? []) {
    const stored = must(await storeVoice(ctx, settings, toneOf(language), ctx.actor.account));
    const medium = recordMedium(ctx, stored);
    db.insert(proposalVoices).values({ proposal, medium, smallMedium: medium }).run();
  }
}
