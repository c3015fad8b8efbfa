// Owns how far the recording of a language has come. A tone in place of a voice is never counted as recorded.
import {
  labelsOf,
  spokenLabelCodes,
  spokenPaths,
  type SpokenLabel,
  type SpokenPath
} from '#lib/domain/spoken/labels.ts';
import type { MediumId } from '#lib/domain/shared/ids.ts';

export type Recording = {
  readonly medium: MediumId;
  readonly bytes: number;
  /** A tone in place of a voice. */
  readonly placeholder: boolean;
  readonly at: string;
};
export type Recordings = ReadonlyMap<SpokenLabel, Recording>;

export type RecordingState = 'missing' | 'placeholder' | 'recorded';

export function stateOfRecording(recordings: Recordings, label: SpokenLabel): RecordingState {
  const found = recordings.get(label);
  return !found ? 'missing' : found.placeholder ? 'placeholder' : 'recorded';
}

const isGap = (recordings: Recordings, label: SpokenLabel): boolean =>
  stateOfRecording(recordings, label) !== 'recorded';

export const bytesOf = (recordings: Recordings): number =>
  [...recordings.values()].reduce((sum, { bytes }) => sum + bytes, 0);

export const recordedCount = (recordings: Recordings): number =>
  spokenLabelCodes.filter((label) => !isGap(recordings, label)).length;

/** The path whose gap people meet first; null where nothing is missing. */
export const firstGap = (recordings: Recordings): SpokenPath | null =>
  spokenPaths.find((path) => labelsOf(path).some((label) => isGap(recordings, label))) ?? null;

/** The next gap behind `label`, round the end of the list to those before it; null where nothing is missing. */
export function nextGap(recordings: Recordings, label: SpokenLabel): SpokenLabel | null {
  const at = spokenLabelCodes.indexOf(label);
  const round = [...spokenLabelCodes.slice(at + 1), ...spokenLabelCodes.slice(0, at + 1)];
  return round.find((one) => isGap(recordings, one)) ?? null;
}
