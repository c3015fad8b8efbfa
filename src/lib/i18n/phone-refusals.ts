// Owns the codes that the screens of an assembly word: those of its rules and files, and what a network answers.
import {
  assemblyRefusals,
  boxRefusals,
  envelopeRefusals,
  packRefusals,
  partRefusals
} from '../domain/assembly/refusals.ts';

export const networkRefusals = [
  'no-network',
  'clock-wrong',
  'pairing-code-wrong',
  'pairing-code-used',
  'too-many-tries',
  'device-unknown',
  'vote-over',
  'receipt-unlike'
] as const;

/** Of forms that people fill in on the spot. */
export const typedRefusals = [
  'field-required',
  'choice-required',
  'number-invalid',
  'day-invalid',
  'hour-invalid',
  'text-too-long'
] as const;

export const phoneRefusals: readonly string[] = [
  ...assemblyRefusals,
  ...boxRefusals,
  ...packRefusals,
  ...envelopeRefusals,
  ...partRefusals,
  ...typedRefusals,
  'camera-refused',
  ...networkRefusals,
  'ballot-wrong-length',
  'ballot-one-choice'
];
