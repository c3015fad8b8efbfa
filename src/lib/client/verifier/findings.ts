// Owns how many ways of being wrong a person is told: six. The code of each stays beside it, for whoever is asked for help.
import type { FindingCode } from '#lib/record/check-signed-file.ts';

export type ToldFinding =
  'unreadable' | 'rewritten' | 'key-differs' | 'signature-wrong' | 'fingerprint-differs' | 'does-not-fit';

export const toldAs: Readonly<Record<FindingCode, ToldFinding>> = {
  'not-text': 'unreadable',
  'not-json': 'unreadable',
  'wrong-format': 'unreadable',
  'shape-wrong': 'unreadable',
  'unknown-member': 'unreadable',
  'not-canonical': 'rewritten',
  'key-differs': 'key-differs',
  'signature-wrong': 'signature-wrong',
  'fingerprint-differs': 'fingerprint-differs',
  'rule-unknown': 'does-not-fit',
  'rule-differs': 'does-not-fit',
  'ladder-unknown': 'does-not-fit',
  'options-differ': 'does-not-fit',
  'winner-not-on-ballot': 'does-not-fit',
  'figures-impossible': 'does-not-fit',
  'small-number-told': 'does-not-fit',
  'outcome-differs': 'does-not-fit',
  'follows-differs': 'does-not-fit',
  'reason-differs': 'does-not-fit'
};
