// Owns the codes that the screens of an assembly word: those of its rules and files, and what a network answers.
import { assemblyRefusals, boxRefusals, packRefusals } from '../domain/assembly/refusals.ts';

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

export const phoneRefusals: readonly string[] = [
  ...assemblyRefusals,
  ...boxRefusals,
  ...packRefusals,
  ...networkRefusals,
  'ballot-wrong-length',
  'ballot-one-choice'
];
