// Owns what each act of two people must be able to do: say whom it concerns, be tried out, be told to the second person, be done.
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { Subject } from '#lib/domain/account/permissions.ts';
import type { AccountId, CommunityId, ConsultationId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import type { InsteadOfPhone } from '#lib/domain/vote/channels.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { MessageKey } from '#lib/i18n/catalogues.ts';
import type { LetInAct, WayIn } from '../account/let-in.ts';
import type { KeyFor } from '../auth/sign-in.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from '../vote/ballot-box.ts';
import type { FreezeInput } from '../vote/freeze-options.ts';
import type { PlannedPhone } from '../vote/pair-phone.ts';
import type { PlannedSitting } from '../vote/planned-sittings.ts';
import type { Sheet } from '../vote/record-attendance.ts';
import type { Settlement } from '../vote/settle-tie.ts';
import type { VoidPoll } from '../vote/void-poll.ts';

type AboutPoll = { readonly community: CommunityId; readonly poll: PollId };

/** What the first person signs, by act. It is stored as JSON, and is all that the second person signs too. */
export type Payloads = {
  freeze: { readonly community: CommunityId; readonly consultation: ConsultationId; readonly input: FreezeInput };
  'open-poll': AboutPoll & { readonly attendance: Sheet };
  'close-poll': AboutPoll & { readonly sitting: SittingId };
  'publish-result': AboutPoll & { readonly note: string };
  /** `lot`, also for a casting vote: acts that wait were stored under that name. */
  'draw-lot': AboutPoll & { readonly lot: Settlement };
  'casting-vote': AboutPoll & { readonly lot: Settlement };
  'call-ballot': AboutPoll & { readonly planned: PlannedSitting };
  'void-sitting': AboutPoll & {
    readonly sitting: SittingId;
    readonly reason: string;
    readonly instead?: InsteadOfPhone;
  };
  'void-poll': AboutPoll & VoidPoll;
  'enrol-device': AboutPoll & PlannedPhone;
  /** `envelope`: number of the one that takes the place of another; without it hand counts are reopened. */
  supersede: AboutPoll & { readonly reason: string; readonly envelope?: number };
  'cancel-consultation': {
    readonly community: CommunityId;
    readonly consultation: ConsultationId;
    readonly reason: string;
  };
} & Record<LetInAct, { readonly account: AccountId }>;

export type Planned<Act extends JointAct = JointAct> = {
  [A in Act]: { readonly act: A; readonly payload: Payloads[A] };
}[Act];

export type Tools = { readonly box: BallotBox; readonly keyFor: KeyFor };

/** `text` is what people typed, a number, or words of the program. */
export type Fact = { readonly what: MessageKey; readonly text: string | number | { readonly key: MessageKey } };

export type Told = {
  /** Of the community or the person that it is about. */
  readonly name: string;
  /** Path in the desk, without the language, to which both go back. */
  readonly back: string;
  readonly facts: readonly Fact[];
};

/** A code that lets one phone hold the vote of a sitting, for half an hour. */
export type PhoneCode = { readonly pairing: string; readonly minutes: number };
export type Paper = WayIn | PhoneCode;

/** A paper to hand over where the act draws one. */
export type Done = Result<Paper | null>;

export type Performer<Payload> = {
  readonly subjects: (db: Portal, payload: Payload) => readonly Subject[];
  /** Changes nothing. @returns what would be refused, for the first person to hear at once. */
  readonly rehearse: (ctx: StaffContext, tools: Tools, payload: Payload) => Result<unknown>;
  readonly perform: (ctx: StaffContext, tools: Tools, payload: Payload, secondBy: AccountId) => Done | Promise<Done>;
  readonly tell: (db: Portal, payload: Payload) => Told;
};

export type Performers = { readonly [A in JointAct]: Performer<Payloads[A]> };
