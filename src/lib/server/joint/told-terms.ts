// Owns how terms of a community's own are told to the second person who signs: whatever is not as the program proposes it.
import { defaultQuorum, quorumNumberNames, quorumNumbers } from '#lib/domain/vote/quorum.ts';
import type { AgreedTerms } from '#lib/domain/vote/terms.ts';
import type { Fact } from './performer.ts';

export const changedTerms = ({ quorum, lastRung, office }: AgreedTerms): readonly Fact[] => [
  ...quorumNumberNames
    .filter((name) => quorum[name] !== defaultQuorum[name])
    .map((name) => ({ what: `quorum.${quorumNumbers[name]}` as const, text: quorum[name] })),
  ...(lastRung === 'casting-vote' ? [{ what: 'casting-vote.of', text: office } as const] : [])
];
