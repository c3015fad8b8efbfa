// Owns the list of all acts of two people with what each can do. An act that is built later is one more line.
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { Subject } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { accountAct } from './account-acts.ts';
import { cancelling, freezing } from './consultation-acts.ts';
import type { Done, Payloads, Performer, Performers, Planned, Told, Tools } from './performer.ts';
import { enrolling } from './phone-acts.ts';
import {
  calling,
  closing,
  drawing,
  hearingCastingVote,
  opening,
  publishing,
  superseding,
  voidingPoll,
  voidingSitting
} from './poll-acts.ts';

const performers: Performers = {
  freeze: freezing,
  'open-poll': opening,
  'close-poll': closing,
  'publish-result': publishing,
  'draw-lot': drawing,
  'casting-vote': hearingCastingVote,
  'call-ballot': calling,
  'void-sitting': voidingSitting,
  'void-poll': voidingPoll,
  'enrol-device': enrolling,
  supersede: superseding,
  'cancel-consultation': cancelling,
  slip: accountAct('slip'),
  reset: accountAct('reset'),
  unlock: accountAct('unlock')
};

/** What one act can do, as `Performer` says, with its own payload. */
export type Ready = {
  readonly subjects: (db: Portal) => readonly Subject[];
  readonly rehearse: (ctx: StaffContext, tools: Tools) => Result<unknown>;
  readonly perform: (ctx: StaffContext, tools: Tools, secondBy: AccountId) => Done | Promise<Done>;
  readonly tell: (db: Portal) => Told;
};

const fill = <Payload>(performer: Performer<Payload>, payload: Payload): Ready => ({
  subjects: (db) => performer.subjects(db, payload),
  rehearse: (ctx, tools) => performer.rehearse(ctx, tools, payload),
  perform: (ctx, tools, secondBy) => performer.perform(ctx, tools, payload, secondBy),
  tell: (db) => performer.tell(db, payload)
});

export const performerOf = <Act extends JointAct>({ act, payload }: Planned<Act>): Ready =>
  fill<Payloads[Act]>(performers[act], payload);
