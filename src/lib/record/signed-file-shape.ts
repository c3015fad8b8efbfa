// Owns the shape of a signed file as it comes from anywhere. It refuses members that it does not know: nobody would check them.
import * as v from 'valibot';
import { publicFormat, type SignedFile } from '#lib/domain/result/record.ts';
import { leastBallotsToTell } from '#lib/domain/result/small-cells.ts';
import type { Canonical } from '#lib/domain/result/fingerprint.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { pollKinds } from '#lib/domain/vote/polls.ts';
import { lastRungs, type Rung, type Verdict } from '#lib/domain/vote/rules/rule.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const optionId = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.transform((id) => id as OptionId)
);
const digits = (count: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${count}}$`)));
const poll = v.picklist(pollKinds);
const toldIfEnough = v.nullable(count);

const follows = v.variant('step', [
  v.strictObject({ step: v.literal('decided'), winner: optionId }),
  v.strictObject({ step: v.literal('ratification'), winner: optionId }),
  v.strictObject({
    step: v.literal('second-ballot'),
    poll: v.picklist(['second-none-eligible', 'second-tie']),
    options: v.array(optionId)
  }),
  v.strictObject({ step: v.picklist(lastRungs), options: v.array(optionId) }),
  v.strictObject({ step: v.literal('no-decision') })
]);

const outcome = v.strictObject({
  kind: v.picklist(['no-ballots', 'none-eligible', 'winner', 'tie'] as const satisfies Verdict['kind'][]),
  winner: v.nullable(optionId),
  tied: v.array(optionId),
  rung: v.nullable(v.picklist(['most-yes', 'lowest-rate', 'leximin', ...lastRungs] as const satisfies Rung[]))
});

const common = {
  poll,
  rule: v.string(),
  outcome,
  follows,
  reason: v.strictObject({
    code: v.string(),
    winner: v.nullable(optionId),
    options: v.array(optionId),
    yes: v.nullable(count),
    ballots: v.nullable(count)
  })
};

const published = v.variant('size', [
  v.strictObject({ ...common, size: v.literal('small'), fewerThan: v.literal(leastBallotsToTell) }),
  v.strictObject({
    ...common,
    size: v.literal('full'),
    ballots: count,
    options: v.array(v.strictObject({ id: optionId, yes: count, acceptedByEvery: v.nullable(v.boolean()) })),
    turnout: v.strictObject({
      status: v.nullable(v.strictObject({ hosts: count, returned: count })),
      sex: v.nullable(v.strictObject({ women: count, men: count }))
    }),
    youth: toldIfEnough,
    disability: toldIfEnough,
    disputes: toldIfEnough
  })
]);

const ballotShape = v.looseObject({
  rule: v.string(),
  options: v.pipe(v.array(v.looseObject({ id: optionId, title: v.string() })), v.minLength(1))
});

/** What a check, and whoever shows it, needs of the ballot. */
export const readBallot = (ballot: Canonical) => v.parse(ballotShape, ballot);

/** Any JSON: whatever a community froze was voted on, and the fingerprint covers it. */
const frozen = v.custom<Canonical>((value) => v.is(ballotShape, value));

export const signedFileShape: v.GenericSchema<unknown, SignedFile> = v.strictObject({
  record: v.strictObject({
    format: v.literal(publicFormat),
    program: v.string(),
    community: v.strictObject({ slug: v.string(), name: v.string(), place: v.array(v.string()) }),
    consultation: number,
    poll: v.strictObject({ id: v.string(), number, kind: poll }),
    ballot: frozen,
    published,
    fingerprint: v.string(),
    approvals: v.array(v.strictObject({ act: v.string(), roles: v.array(v.string()) })),
    sealed: digits(64),
    chainHead: v.nullable(digits(64)),
    publishedAt: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)),
    supersedes: v.nullable(v.strictObject({ record: digits(64), reason: v.string() }))
  }),
  key: digits(64),
  signature: digits(128)
});
