// Owns sealing a count: figures by colour for the desk, the view that may be published, and its six characters.
import { createHash } from 'node:crypto';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { canonicalJson, canonicalView, fingerprintFromHash, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { publish, type AttendanceTold, type PublishedView } from '#lib/domain/result/published.ts';
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { Outcome } from '#lib/domain/vote/rules/rule.ts';
import type { Tally } from '#lib/domain/vote/tally.ts';
import { moment, type Acting } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { results } from '../db/schema/result.ts';
import { frozenBallot } from './frozen-ballot.ts';
import { lastRungOf, ruleOf } from './poll-rule.ts';
import type { Poll } from './queries.ts';
import { sheetsOf } from './sittings.ts';

export type SittingTally = { readonly sitting: SittingId; readonly channel: Channel; readonly tally: Tally };

/** Stays at the desk: figures by colour, and those of each sitting. Results of before there were several have no list. */
export type SealedCount = {
  readonly tally: Tally;
  readonly outcome: Outcome;
  readonly sittings?: readonly SittingTally[];
};

/** Call inside a transaction. */
export function sealResult(ctx: Acting, poll: Poll, sealed: SealedCount): PublishedView {
  const published = viewOf(ctx.db, poll, sealed);
  ctx.db
    .insert(results)
    .values({
      poll: poll.id,
      sealed: canonicalJson(sealed as unknown as Canonical),
      published: canonicalJson(published),
      fingerprint: fingerprintOf(poll, published),
      countedAt: moment(ctx.now)
    })
    .run();
  return published;
}

/** What the public would learn of these figures. */
export const viewOf = (db: Portal, poll: Poll, { tally, outcome }: SealedCount): PublishedView =>
  publish({
    poll: poll.kind,
    rule: ruleOf(poll),
    tally,
    outcome,
    lastRung: lastRungOf(poll),
    attendance: attendanceOf(db, poll)
  });

export const fingerprintOf = (poll: Poll, published: PublishedView): string => {
  const text = canonicalView(published, frozenBallot(poll));
  return fingerprintFromHash(createHash('sha256').update(text).digest());
};

/** Over all sittings that count. */
function attendanceOf(db: Portal, poll: Poll): AttendanceTold {
  const sheets = sheetsOf(
    db,
    poll.sittings.filter(({ state }) => state === 'in')
  );
  const sum = (what: 'youth' | 'disability' | 'disputes') => sheets.reduce((total, sheet) => total + sheet[what], 0);
  return { youth: sum('youth'), disability: sum('disability'), disputes: sum('disputes') };
}
