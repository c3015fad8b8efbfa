// Owns what the forms of proposals must hold: texts of a length that can be read aloud, and codes of the typed tables.
import * as v from 'valibot';
import { categoryCodes } from '#lib/domain/proposal/categories.ts';
import { landStates } from '#lib/domain/proposal/proposal.ts';
import { proposerGroupCodes } from '#lib/domain/proposal/proposer-groups.ts';
import { longest } from '#lib/domain/proposal/receiving.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { mostFrancs, oneOf, optionalFile, optionalNumber, optionalText, requiredText } from '../form/fields.ts';

export const proposalForm = v.object({
  title: requiredText(longest.title),
  need: requiredText(longest.need),
  gainers: requiredText(longest.gainers),
  place: requiredText(longest.place),
  category: oneOf(categoryCodes),
  proposerGroup: oneOf(proposerGroupCodes),
  language: oneOf(contentLanguageCodes),
  picture: optionalFile,
  voice: optionalFile,
  /** Drawn by the phone that kept it. What no phone of ours draws counts as none. */
  kept: v.pipe(
    v.string(),
    v.transform((drawn) => (/^[0-9a-f]{32}$/.test(drawn) ? drawn : null))
  )
});
export type ProposalInput = Omit<v.InferOutput<typeof proposalForm>, 'picture' | 'voice' | 'kept'>;

/** `read` is the number of the last screening that the form was filled in against, 0 where there was none. */
export const screeningForm = v.object({
  feasible: v.pipe(
    v.picklist(['yes', 'no'], 'screening-feasible-missing'),
    v.transform((answer) => answer === 'yes')
  ),
  reason: optionalText(longest.reason),
  cost: optionalNumber(mostFrancs),
  land: v.pipe(
    v.picklist(['', ...landStates], 'choice-required'),
    v.transform((land) => land || null)
  ),
  upkeepOwner: optionalText(longest.upkeepOwner),
  beneficiaries: optionalText(longest.beneficiaries),
  withheld: v.pipe(
    v.picklist(['', 'yes'], 'choice-required'),
    v.transform((ticked) => ticked === 'yes')
  ),
  read: v.pipe(v.string(), v.transform(Number), v.integer('screened-meanwhile'))
});

export const mergeForm = v.object({
  into: v.pipe(
    v.string(),
    v.minLength(1, 'choice-required'),
    v.transform((id) => id as ProposalId)
  )
});
