// Owns the codes with which an offline assembly refuses. Screens word them; nothing else may stand in the way of a vote.
import { refuse, type Refusal } from '#lib/domain/shared/result.ts';

/** `two-needed`: two different people of those enrolled. The others say what is missing, or that the moment is another. */
export const assemblyRefusals = [
  'not-now',
  'two-needed',
  'definition-first',
  'nobody-counted',
  'more-than-present',
  'practice-first',
  'zero-report-first',
  'box-not-empty',
  'box-too-small',
  'phones-not-two',
  'voter-at-booth',
  'nobody-at-booth',
  'ballots-missing',
  'ballots-unexplained',
  'quorum-first',
  'counts-missing',
  'counts-of-another-vote',
  'counts-taken',
  'counts-impossible',
  'counts-unlike-box',
  'note-needed',
  'entry-by-same',
  'entry-incomplete',
  'tokens-too-many',
  'channel-by-phone',
  'hands-need-agreement',
  'nothing-follows',
  'not-among-tied',
  'witnesses-needed',
  'reason-needed',
  'receipt-first'
] as const;

export type AssemblyRefusal = (typeof assemblyRefusals)[number];

export const packRefusals = ['pack-of-another-version', 'pack-not-whole'] as const;
export type PackRefusal = (typeof packRefusals)[number];

export const envelopeRefusals = ['envelope-unreadable'] as const;
export type EnvelopeRefusal = (typeof envelopeRefusals)[number];

/** Of the keys of a box, its file and its state: what a phone says of itself. */
export const boxRefusals = [
  'context-not-secure',
  'storage-missing',
  'storage-in-use',
  'storage-not-kept',
  'keys-not-drawn',
  'pins-wait',
  'pins-wrong',
  'pins-of-one',
  'recovery-code-incomplete',
  'recovery-code-mistyped',
  'recovery-code-wrong',
  'keys-unreadable',
  'box-already-there',
  'box-no-room',
  'box-unreadable',
  'box-full',
  'ballot-too-long',
  'vote-not-written',
  'box-broken',
  'state-already-there',
  'state-unreadable',
  'state-too-long',
  'state-not-written'
] as const;
export type BoxRefusal = (typeof boxRefusals)[number];

/** What a phone holds is not what it wrote, and nobody may go on by guessing. */
const serious: readonly string[] = [
  'ballots-missing',
  'ballots-unexplained',
  'box-unreadable',
  'state-unreadable',
  'keys-unreadable'
];
export const isSerious = (code: string): boolean => serious.includes(code);

/** Of a part of a text that one phone shows another in several codes. */
export const partRefusals = ['part-not-ours', 'part-unreadable', 'part-of-another'] as const;
export type PartRefusal = (typeof partRefusals)[number];
type Known = AssemblyRefusal | PackRefusal | BoxRefusal | EnvelopeRefusal | PartRefusal;

export const decline = <Code extends Known>(code: Code, more: Omit<Refusal, 'code'> = {}) => refuse(code, more);
