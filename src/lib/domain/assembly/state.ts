// Owns the record of an assembly: one, that each step replaces. It holds totals and never a list that grows with voters or arrivals:
// whoever opened it later could lay such an order beside what people remember of the queue. It knows no hour and no name.
import type { Sha256 } from '#lib/domain/audit/chain.ts';
import type { Counts } from '#lib/domain/assembly/counts.ts';
import { hashBallot, type Pack } from '#lib/domain/assembly/pack.ts';
import type { Enrolled } from '#lib/domain/assembly/pins.ts';
import type { DeviceId, OptionId, SittingId } from '#lib/domain/shared/ids.ts';
import type { HandChannel } from '#lib/domain/vote/channels.ts';
import type { ByColour, Colour } from '#lib/domain/vote/colours.ts';
import type { Difference, HandCount } from '#lib/domain/vote/hand-count.ts';
import type { MinutesNotes } from '#lib/domain/vote/minutes-notes.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import type { Call, QuorumCheck } from '#lib/domain/vote/quorum.ts';
import type { LastRung, Outcome } from '#lib/domain/vote/rules/rule.ts';
import { noneByColour } from '#lib/domain/vote/tally.ts';

/**
 * `ready`: enough people came, nobody votes yet. `handed-over`: this phone's counts are sealed and another one adds them up.
 * `missed`: too few came to the second call. `paused` is told by two people; a dead battery leaves `voting`.
 */
export type Phase =
  | 'prepared'
  | 'check-in'
  | 'no-quorum'
  | 'ready'
  | 'voting'
  | 'paused'
  | 'closed'
  | 'handed-over'
  | 'counted'
  | 'announced'
  | 'missed'
  | 'minuted'
  | 'sent'
  | 'void'
  | 'wiped';

export type Attendance = {
  readonly present: ByColour<number>;
  readonly youth: number;
  readonly disability: number;
  readonly disputes: number;
};

/** What another phone of the same ballot handed over, sealed until all are in. */
export type TakenCounts = {
  readonly device: DeviceId;
  readonly sitting: SittingId;
  readonly counts: Counts;
  readonly present: ByColour<number>;
  readonly used: ByColour<number>;
};

/** A vote by people's hands is entered by two, each for themselves. `number` is theirs among the enrolled. */
export type Entry = { readonly number: number; readonly count: HandCount };

export type Ballot = {
  readonly kind: PollKind;
  readonly options: readonly OptionId[];
  readonly channel: 'phone' | HandChannel;
  readonly zeroReport: boolean;
  /** Tokens that voters brought to this phone. */
  readonly used: ByColour<number>;
  /** In total: what the box file is held against after a crash and at the close. */
  readonly confirmed: number;
  readonly damaged: number;
  /** The token of whoever votes right now; nobody else's. */
  readonly atBooth: Colour | null;
  /** Tokens that came back, once it is closed. */
  readonly unused: ByColour<number>;
  readonly note: string;
  readonly taken: readonly TakenCounts[];
  readonly entries: readonly Entry[];
  /** Where two entries did not say the same; both are then entered anew. */
  readonly differences: readonly Difference[];
  readonly own: Counts | null;
  readonly outcome: Outcome | null;
  readonly settled: { readonly rung: LastRung; readonly winner: OptionId } | null;
};

export type AssemblyState = {
  readonly format: 'sigida-assembly-1';
  /** Of the pack and of its ballot: a state of another pack is none of ours. */
  readonly pack: string;
  readonly ballotDigest: string;
  readonly enrolled: Enrolled;
  /** A second phone only holds votes: it checks nobody in and announces nothing. */
  readonly role: 'leading' | 'second';
  readonly phase: Phase;
  readonly call: Call;
  /** What "returned" means. */
  readonly definitionRead: boolean;
  readonly attendance: Attendance;
  /** null until it is judged, and where it is judged on the sum of several sittings. */
  readonly quorum: { readonly met: boolean; readonly checks: readonly QuorumCheck[] } | null;
  readonly phones: 1 | 2;
  readonly practised: boolean;
  readonly ballot: Ballot;
  /** Ballots of this assembly that are over: the first one, where a second ballot or a ratification followed. */
  readonly past: readonly Ballot[];
  /** What became of the last voter before the phone stopped: whoever saw a project last, not one whose token was just being taken. */
  readonly resumed: 'recorded' | 'not-recorded' | null;
  /** Whether the sealed recovery code took the place of PINs at any time. */
  readonly recovered: boolean;
  readonly voidReason: string | null;
  readonly notes: MinutesNotes | null;
  /** By SHA-256 of what was signed: signed anew after a reload, the same counts would look like others. */
  readonly signatures: Readonly<Record<string, string>>;
  readonly receipts: readonly string[];
};

export const nobody: Attendance = { present: noneByColour, youth: 0, disability: 0, disputes: 0 };

export const newBallot = (kind: PollKind, options: readonly OptionId[]): Ballot => ({
  kind,
  options,
  channel: 'phone',
  zeroReport: false,
  used: noneByColour,
  confirmed: 0,
  damaged: 0,
  atBooth: null,
  unused: noneByColour,
  note: '',
  taken: [],
  entries: [],
  differences: [],
  own: null,
  outcome: null,
  settled: null
});

export const newAssembly = (
  sha256: Sha256,
  pack: Pack,
  { enrolled, role }: Pick<AssemblyState, 'enrolled' | 'role'>
): AssemblyState => ({
  format: 'sigida-assembly-1',
  pack: pack.digest,
  ballotDigest: hashBallot(sha256, pack.ballot),
  enrolled,
  role,
  phase: 'prepared',
  call: pack.call,
  definitionRead: false,
  attendance: nobody,
  quorum: null,
  phones: 1,
  practised: false,
  ballot: newBallot(
    pack.poll.kind,
    pack.ballot.options.map(({ id }) => id)
  ),
  past: [],
  resumed: null,
  recovered: false,
  voidReason: null,
  notes: null,
  signatures: {},
  receipts: []
});
