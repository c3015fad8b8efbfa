// Owns what an assembly's screens may say aloud, and the envelopes that it hands in. While a box is open it tells steps of ten and no
// more; after the count only what is published.
import { lastRungOf } from '#lib/domain/assembly/after-count.ts';
import { ruleOf, sumOf } from '#lib/domain/assembly/counting.ts';
import { laterBallot } from '#lib/domain/assembly/later-ballot.ts';
import { envelopeFormat, type Envelope } from '#lib/domain/assembly/envelope.ts';
import type { Sha256 } from '#lib/domain/audit/chain.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { nobody, type AssemblyState, type Ballot } from '#lib/domain/assembly/state.ts';
import { canonicalView, fingerprintFromHash, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { publish, type PublishedView } from '#lib/domain/result/published.ts';
import { runningCount } from '#lib/domain/result/small-cells.ts';
import { fromHex } from '#lib/domain/shared/hex.ts';

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

/** Six characters, the same as the server's for these counts; null before they are announced. */
export function toldFingerprint(sha256: Sha256, pack: Pack, state: AssemblyState, ballot: Ballot): string | null {
  const view = toldResult(pack, state, ballot);
  const frozen = laterBallot(pack, ballot) as unknown as Canonical;
  return view && fingerprintFromHash(fromHex(sha256(canonicalView(view, frozen))));
}

/** One for each ballot whose box this phone held, the first one first. */
export const envelopesOf = (sha256: Sha256, pack: Pack, state: AssemblyState, program: string): readonly Envelope[] =>
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
            channel: ballot.channel,
            call: state.call,
            counts: ballot.own,
            attendance: state.role === 'leading' ? state.attendance : nobody,
            tokens: { used: ballot.used, unused: ballot.unused },
            heard: ballot.taken.map(({ device }) => device),
            told: toldFingerprint(sha256, pack, state, ballot),
            notes: state.notes,
            note: ballot.note,
            settled: ballot.settled,
            recovered: state.recovered ? ('yes' as const) : ('no' as const)
          }
        ]
      : []
  );
