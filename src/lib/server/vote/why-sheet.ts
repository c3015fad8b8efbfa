// Owns what the sealed sheets of a counted poll say, for its own desk alone: every figure by colour and group, so that a critic can
// follow the rule by hand. It answers nothing before the count.
import { eq } from 'drizzle-orm';
import { figuresOf, silentGroups } from '#lib/domain/vote/tally.ts';
import { readTerms } from '#lib/domain/vote/terms.ts';
import { ratesOf } from '#lib/domain/vote/ties.ts';
import type { Portal } from '../db/portal.ts';
import { lots } from '../db/schema/result.ts';
import { photosOf } from './count-photos.ts';
import { publicationOf, sealedResult, type Poll } from './queries.ts';
import type { SealedCount } from './seal-result.ts';

/** @returns null where nothing is counted yet. */
export function whySheet(db: Portal, poll: Poll) {
  const result = sealedResult(db, poll.id);
  if (!result) return null;
  const { tally, outcome } = JSON.parse(result.sealed) as SealedCount;
  const figures = figuresOf(tally);
  const lot = db.select().from(lots).where(eq(lots.result, result.number)).get();
  return {
    kind: poll.kind,
    rule: poll.rule,
    fingerprint: result.fingerprint,
    ballots: tally.ballots,
    uncoloured: tally.uncoloured,
    outcome: outcome.kind,
    groups: figures.groups.map(({ group, ballots }) => ({ group, ballots })),
    tooSmall: silentGroups(tally),
    options: poll.options.map(({ id, letter, title, language }) => {
      const counted = outcome.options.find((option) => option.id === id);
      const colours = tally.options.find((option) => option.id === id);
      return {
        id,
        letter,
        title,
        language,
        yes: counted?.yes ?? 0,
        byColour: colours?.yes ?? tally.ballots,
        eligible: counted?.eligible ?? false,
        gates: counted?.gates ?? [],
        /** Lowest first: what the tie ladder compares. */
        rates: ratesOf(figures, id)
      };
    }),
    all: outcome.ballots,
    winner: outcome.kind === 'winner' ? outcome.winner : null,
    terms: readTerms(poll.terms),
    settled: lot ? { option: lot.option, note: lot.note } : null,
    note: publicationOf(db, poll.id)?.note ?? null,
    photos: poll.sittings.flatMap(({ id }) => photosOf(db, id))
  };
}
