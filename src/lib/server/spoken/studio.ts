// Owns what the studio shows: every sentence of a language with its state, and how far the language has come.
import { labelsOf, spokenLabels, spokenPaths, type SpokenLabel } from '#lib/domain/spoken/labels.ts';
import { spoken } from '#lib/domain/spoken/limits.ts';
import {
  bytesOf,
  firstGap,
  recordedCount,
  stateOfRecording,
  type Recordings,
  type RecordingState
} from '#lib/domain/spoken/progress.ts';
import type { Portal } from '../db/portal.ts';
import { addressOf, recordingsIn } from './queries.ts';

export type ShownSentence = {
  readonly label: SpokenLabel;
  readonly state: RecordingState;
  readonly at: string | null;
  readonly address: string | null;
};

export const shownSentence = (recordings: Recordings, label: SpokenLabel): ShownSentence => {
  const found = recordings.get(label);
  return {
    label,
    state: stateOfRecording(recordings, label),
    at: found?.at ?? null,
    address: found ? addressOf(found.medium) : null
  };
};

export function studioOf(db: Portal, language: string) {
  const recordings = recordingsIn(db, language);
  return {
    language,
    done: recordedCount(recordings),
    all: Object.keys(spokenLabels).length,
    used: bytesOf(recordings),
    most: spoken.language,
    gap: firstGap(recordings),
    paths: spokenPaths.map((path) => ({
      path,
      sentences: labelsOf(path).map((label) => shownSentence(recordings, label))
    }))
  };
}
