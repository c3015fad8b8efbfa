// Owns what an assembly's screens may say aloud, and the envelopes that it hands in. While a box is open it tells steps of ten and no
// more; after the count only what is published.
import { lastRungOf } from '#lib/domain/assembly/after-count.ts';
import { ruleOf, sumOf } from '#lib/domain/assembly/counting.ts';
import { envelopeFormat, type Envelope } from '#lib/domain/assembly/envelope.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { nobody, type AssemblyState, type Ballot } from '#lib/domain/assembly/state.ts';
import { publish, type PublishedView } from '#lib/domain/result/published.ts';
import { runningCount } from '#lib/domain/result/small-cells.ts';

/** For whoever waits, helpers included. */
export const toldWhileOpen = ({ ballot }: Pick<AssemblyState, 'ballot'>) => runningCount(ballot.confirmed);

/** Exactly what the server will publish of the same counts; null before they are counted. */
export function toldResult(pack: Pack, state: AssemblyState, ballot: Ballot = state.ballot): PublishedView | null {
  const sum = sumOf(ballot);
  if (!ballot.outcome || !sum.ok) return null;
  return publish({
    poll: ballot.kind,
    rule: ruleOf(pack, ballot),
    tally: sum.value.tally,
    outcome: ballot.outcome,
    lastRung: lastRungOf(pack),
    attendance: state.attendance
  });
}

/** One for each ballot whose box this phone held, the first one first. */
export const envelopesOf = (pack: Pack, state: AssemblyState, program: string): readonly Envelope[] =>
  [...state.past, state.ballot].flatMap((ballot) =>
    ballot.own
      ? [
          {
            format: envelopeFormat,
            program,
            poll: pack.poll.id,
            kind: ballot.kind,
            sitting: pack.sitting,
            device: pack.device,
            ballot: state.ballotDigest,
            counts: ballot.own,
            attendance: state.role === 'leading' ? state.attendance : nobody,
            tokens: { used: ballot.used, unused: ballot.unused },
            note: ballot.note,
            settled: ballot.settled,
            recovered: state.recovered ? ('yes' as const) : ('no' as const)
          }
        ]
      : []
  );
