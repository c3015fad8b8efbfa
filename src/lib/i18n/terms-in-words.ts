// Owns wording the terms that a community agreed on and froze: its quorum, and how a tie is settled.
import { quorumNumberNames, quorumNumbers, type QuorumSettings } from '#lib/domain/vote/quorum.ts';
import type { FrozenTerms } from '#lib/domain/vote/terms.ts';
import type { Translate } from './translator.ts';

type Said = Pick<FrozenTerms, 'castingVoteOf'>;

export const quorumInWords = (t: Translate, quorum: QuorumSettings): string => t('quorum.text', { ...quorum });

export const tiesInWords = (t: Translate, { castingVoteOf }: Said): string =>
  castingVoteOf === undefined ? t('minutes.ties') : t('minutes.ties-casting-vote', { office: castingVoteOf });

/** The fields of the freeze form, for what is refused far from them. */
export const termsLabels = (t: Translate): Record<string, string> => ({
  ...Object.fromEntries(quorumNumberNames.map((name) => [name, t.code('quorum', quorumNumbers[name])])),
  office: t('casting-vote.of')
});
