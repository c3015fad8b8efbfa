// Owns the open form of a published result: the same figures as the page, for other people's programs, hidden where it hides them.
import type { PublishedResult } from '../vote/queries.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/**
 * One row per option; figures are empty where they are not published. Costs in F CFA. Of a void poll nothing was chosen, and each
 * row says `void`.
 */
export const resultRows = ({ poll, view, voided }: PublishedResult): readonly Row[] =>
  poll.options.map(({ id, letter, title, language, cost }) => {
    const figure = view.size === 'full' ? view.options.find((option) => option.id === id) : undefined;
    return {
      letter,
      title,
      language,
      cost,
      yes: figure?.yes ?? null,
      accepted_by_every_group: figure?.acceptedByEvery ?? null,
      chosen: !voided && view.outcome.winner === id && view.follows.step === 'decided',
      ...(voided && { void: true })
    };
  });

/**
 * @returns the JSON document of `result.json`, the same at each address of the result. Where the poll is void, neither `outcome` nor
 * `follows` says what it had published: a program that knows nothing of `void` must not take it for a decision.
 */
export const resultDocument = (community: { name: string; slug: string }, number: number, result: PublishedResult) => ({
  community: community.slug,
  name: community.name,
  consultation: number,
  rule: result.poll.rule,
  day: result.record?.day ?? null,
  published: result.record?.publishedAt ?? null,
  fingerprint: result.record?.fingerprint ?? null,
  outcome: result.voided ? 'void' : result.view.outcome.kind,
  follows: result.voided ? 'void' : result.view.follows.step,
  ...(result.voided && { void: { reason: result.voided.reason, declared: result.voided.at } }),
  ballots: result.view.size === 'full' ? result.view.ballots : null,
  fewer_than: result.view.size === 'small' ? result.view.fewerThan : null,
  turnout: result.view.size === 'full' ? result.view.turnout : null,
  options: resultRows(result)
});
