// Owns what people at an assembly can do, one shape for each. Whether they may is decided where each is done.
import type { Envelope } from '#lib/domain/assembly/envelope.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { ByColour, Colour } from '#lib/domain/vote/colours.ts';
import type { HandCount } from '#lib/domain/vote/hand-count.ts';
import type { MinutesNotes } from '#lib/domain/vote/minutes-notes.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import type { AssemblyState, Ballot } from '#lib/domain/assembly/state.ts';

/** Who signs: two of the enrolled by their numbers, or whoever opened the sealed recovery code before witnesses. */
export type Signers = readonly [number, number] | 'recovery-code';

export type Counter = Colour | 'youth' | 'disability' | 'disputes';

/** How full the box file is, as the file itself says. */
export type Filling = { readonly used: number; readonly free: number; readonly damaged: number };

/** A box that was opened by its key after the close. */
export type OpenedBox = { readonly ballots: readonly string[]; readonly damaged: number };

/** `own`: null where people's hands were counted. `note`: why people, tokens and ballots do not add up. */
type Sum = { readonly own: OpenedBox | null; readonly unused: ByColour<number>; readonly note: string };

export type Act =
  | { readonly do: 'begin' }
  | { readonly do: 'read-definition' }
  | { readonly do: 'count-in'; readonly what: Counter }
  /** Of one counted by mistake. */
  | { readonly do: 'count-back'; readonly what: Counter }
  | { readonly do: 'judge-quorum' }
  | { readonly do: 'check-in-again' }
  | { readonly do: 'reconvene'; readonly by: Signers }
  | { readonly do: 'choose-channel'; readonly channel: Ballot['channel']; readonly agreed: boolean }
  | { readonly do: 'use-phones'; readonly phones: 1 | 2 }
  | { readonly do: 'practise' }
  | { readonly do: 'report-zero'; readonly filling: Filling }
  | { readonly do: 'open'; readonly by: Signers }
  | { readonly do: 'take-token'; readonly colour: Colour }
  /** After the file gave the ballot back. */
  | { readonly do: 'confirm' }
  /** The voter went away, or could not be recorded: the token is theirs again. */
  | { readonly do: 'give-token-back' }
  | { readonly do: 'pause'; readonly by: Signers }
  | { readonly do: 'resume'; readonly by: Signers; readonly filling: Filling }
  | { readonly do: 'close'; readonly by: Signers; readonly filling: Filling }
  /** `number`: whoever counted, among the enrolled. */
  | { readonly do: 'enter-count'; readonly number: number; readonly count: HandCount }
  | { readonly do: 'judge-sum' }
  /** Its signature was checked before. */
  | { readonly do: 'take-counts'; readonly envelope: Envelope }
  | ({ readonly do: 'hand-over'; readonly by: Signers } & Sum)
  | ({ readonly do: 'count'; readonly by: Signers } & Sum)
  | { readonly do: 'announce' }
  /** `witnesses`: one of the hosts and one of the returned saw it. */
  | { readonly do: 'settle'; readonly winner: OptionId; readonly witnesses: boolean }
  | { readonly do: 'next-ballot' }
  /** On a second phone, as the leading one says. */
  | { readonly do: 'follow'; readonly kind: PollKind; readonly options: readonly OptionId[] }
  | { readonly do: 'note-minutes'; readonly notes: MinutesNotes }
  | { readonly do: 'keep-signatures'; readonly signatures: AssemblyState['signatures'] }
  | { readonly do: 'received'; readonly receipts: readonly string[] }
  | { readonly do: 'declare-void'; readonly by: Signers; readonly reason: string }
  | { readonly do: 'wipe' };

export type ActOf<Kind extends Act['do']> = Extract<Act, { readonly do: Kind }>;
