// Owns freezing a ballot: options, rule, groups, quorum and tie ladder, signed by two people. Nothing of it changes later.
import type { AccountId, OptionId, PollId, ProposalId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import { whyCannotFreeze } from '#lib/domain/vote/freeze.ts';
import { markOptions } from '#lib/domain/vote/options.ts';
import { defaultRule, type RuleId } from '#lib/domain/vote/rules/index.ts';
import { agreedByDefault, freezeTerms, whyCannotUseTerms, type AgreedTerms } from '#lib/domain/vote/terms.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage } from '../audit/change-stage.ts';
import { sha256 } from '../audit/sha256.ts';
import type { Consultation } from '../community/queries.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { sittings } from '../db/schema/sitting.ts';
import { leftOff, options, polls } from '../db/schema/vote.ts';
import { freezeCandidates, versionOf, type FreezeCandidateRow } from './freeze-candidates.ts';
import { frozenBallot } from './frozen-ballot.ts';
import type { PlannedSitting } from './planned-sittings.ts';
import { newestPoll } from './queries.ts';

export type FreezeInput = {
  /** In the order of the letters A to E. */
  readonly chosen: readonly ProposalId[];
  readonly reasons: Readonly<Record<string, string>>;
  /** At least one. */
  readonly sittings: readonly PlannedSitting[];
  readonly rule?: RuleId;
  /** Quorum and last rung; without them those of `agreedByDefault`. */
  readonly agreed?: AgreedTerms;
  /** Whether cards are printed ahead for a second ballot. */
  readonly spareCards?: boolean;
  /** `versionOf` the candidates that the form showed; without it no earlier reading is compared. */
  readonly read?: string;
};

export function freezeOptions(
  ctx: StaffContext,
  secondBy: AccountId,
  consultation: Consultation,
  input: FreezeInput
): Result<PollId> {
  return inTransaction(ctx.db, () => {
    const rows = freezeCandidates(ctx.db, consultation.id);
    if (input.read !== undefined && input.read !== versionOf(rows)) return refuse('candidates-changed-meanwhile');
    const candidates = rows.map((row) => ({
      id: row.id,
      proposerGroups: row.proposerGroups,
      screening: row.screening,
      leftOff: input.chosen.includes(row.id)
        ? null
        : { reason: input.reasons[row.id] ?? '', by: [ctx.actor.account, secondBy] }
    }));
    const [problem] = whyCannotFreeze({ candidates, chosen: input.chosen, sumAvailable: consultation.sumAvailable });
    if (problem)
      return { ok: false, refusal: { ...problem, field: problem.field ? `reason-${problem.field}` : 'chosen' } };
    if (input.sittings.length === 0) return refuse('sitting-needed', { field: 'place-0' });
    const agreed = input.agreed ?? agreedByDefault;
    const unusable = whyCannotUseTerms(agreed);
    if (unusable) return { ok: false, refusal: unusable };
    const staged = changeStage(ctx, consultation.id, 'frozen', { secondBy });
    if (!staged.ok) return refuse(staged.refusal.code);

    const poll = newId<PollId>();
    const number = (newestPoll(ctx.db, consultation.id)?.number ?? 0) + 1;
    const rule = input.rule ?? defaultRule;
    const terms = JSON.stringify(freezeTerms(rule, agreed));
    ctx.db
      .insert(polls)
      .values({
        id: poll,
        consultation: consultation.id,
        number,
        // One alone is asked for with yes or no.
        kind: input.chosen.length === 1 ? 'ratification' : 'first',
        rule,
        terms,
        frozenAt: moment(ctx.now),
        frozenBy: ctx.actor.account,
        secondBy
      })
      .run();
    insertOptions(
      ctx,
      poll,
      input.chosen.flatMap((id) => rows.filter((row) => row.id === id))
    );
    for (const { id, screening } of rows) {
      const reason = input.reasons[id]?.trim();
      if (screening.feasible && !input.chosen.includes(id) && reason)
        ctx.db.insert(leftOff).values({ poll, proposal: id, reason }).run();
    }
    for (const sitting of plannedSittings(input))
      ctx.db
        .insert(sittings)
        .values({ ...sitting, id: newId<SittingId>(), poll })
        .run();
    recordFreezing(ctx, secondBy, consultation);
    return ok(poll);
  });
}

/** Cards printed ahead lie in a box of their own, which no sitting of the first ballot opens. */
function plannedSittings({
  sittings: planned,
  spareCards
}: FreezeInput): readonly (PlannedSitting & { spare?: boolean })[] {
  const [first] = planned;
  if (!first || !spareCards) return planned;
  return [...planned, { ...first, channel: 'cards', closesAt: null, spare: true }];
}

/** The chain holds a hash of what people will vote on, so that the ballot can not be another one later. */
function recordFreezing(ctx: StaffContext, secondBy: AccountId, { id }: Consultation): void {
  const poll = newestPoll(ctx.db, id);
  if (!poll) throw new Error('A poll that was just frozen is not there.');
  const ballot = sha256(canonicalJson(frozenBallot(poll)));
  appendEntry(ctx, 'ballot-frozen', { subject: poll.id, secondBy, details: { options: poll.options.length, ballot } });
}

function insertOptions(ctx: StaffContext, poll: PollId, rows: readonly FreezeCandidateRow[]): void {
  const marks = markOptions(rows.map(({ category }) => category));
  marks.forEach(({ letter, colour, icon }, position) => {
    const row = rows[position];
    if (!row) return;
    const { id: proposal, title, language, place, screening, proposerGroups } = row;
    ctx.db
      .insert(options)
      .values({
        id: newId<OptionId>(),
        poll,
        proposal,
        position,
        letter,
        colour,
        icon,
        title,
        language,
        place,
        proposerGroup: proposerGroups.join(','),
        upkeepOwner: screening.upkeepOwner,
        cost: screening.cost ?? 0
      })
      .run();
  });
}
