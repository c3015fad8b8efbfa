// Owns a data folder where an act on both files is about to take place, doing that act, and starting again as the server does.
import { join } from 'node:path';
import type { AccountId, CommunityId, PollId } from '#lib/domain/shared/ids.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { migratePortal, openPortal } from '#lib/server/db/portal.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import { openBallotBox, type BallotBox } from '#lib/server/vote/ballot-box.ts';
import { cancelConsultation } from '#lib/server/vote/cancel-consultation.ts';
import { closePoll } from '#lib/server/vote/close-poll.ts';
import { finishIntentions } from '#lib/server/vote/finish-intentions.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { printCards, replaceCards, type PrintedCard } from '#lib/server/vote/print-cards.ts';
import { voidPoll } from '#lib/server/vote/void-poll.ts';
import { voidSitting } from '#lib/server/vote/void-sitting.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import { wipeBoxes } from '#lib/server/vote/wipe-boxes.ts';
import { readPoll, type Poll } from '#lib/server/vote/queries.ts';
import { notaryOf } from '#lib/server/result/signing.ts';
import type { CardCode } from '#lib/domain/vote/card-code.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { testConsultation } from './consultation.ts';
import { well, yes } from './proposals.ts';

export const acts = [
  'open',
  'close',
  'cancel',
  'void',
  'print',
  'print-late',
  'void-cards',
  'void-sitting',
  'wipe'
] as const;
export type Act = (typeof acts)[number];

/** What a process of its own needs to act: everything else is in the files. */
export type Stand = {
  readonly poll: PollId;
  readonly community: CommunityId;
  readonly first: AccountId;
  readonly second: AccountId;
  /** When the button is pressed. */
  readonly at: string;
  /** How many ballots lie in the first box. */
  readonly cast: number;
  /** Codes of the sheet that the printer tore; some of its cards have voted. */
  readonly torn: readonly CardCode[];
};
export type Files = { readonly db: Portal; readonly box: BallotBox };

const now = new Date('2026-07-05T09:00:00Z');
/** When nobody may object any more to what was published then. */
const longAfter = '2026-08-20T09:00:00Z';
const key = Buffer.alloc(32, 7);
const onTheSquare = { channel: 'cards', place: 'Place', day: '2026-07-05', closesAt: null } as const;
const atTheCamp = { ...onTheSquare, place: 'Campement' };
const present = { HW: 20, HM: 20, RW: 20, RM: 20 };
const sheetOfEach = { HW: 1, HM: 1, RW: 1, RM: 1 };
/** Of the acts, those that take place while people vote or afterwards. */
const whileVoting: readonly Act[] = ['close', 'cancel', 'void', 'void-cards', 'void-sitting', 'wipe'];
const ballotsCast = 30;

export const openFiles = (folder: string): Files => ({
  db: openPortal(join(folder, 'portal.db')),
  box: openBallotBox(join(folder, 'ballots.db'), key)
});

export function closeFiles({ db, box }: Files): void {
  db.$client.close();
  box.close();
}

export function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusal));
}

/** Fills an empty folder up to the moment before the act. */
export function makeStand(folder: string, act: Act): Stand {
  const files = openFiles(folder);
  migratePortal(files.db, 'drizzle', now);
  const made = testConsultation(files.db, { stage: 'screening' });
  const { committee: ctx, facilitator, community } = made;
  const ids = ['Forage', 'École', 'Marché'].map((title) => {
    const id = must(receiveProposal(ctx, made.consultation, { ...well, title }, ctx.actor.account));
    must(screenProposal(ctx, id, { ...yes, cost: 1_000_000 }));
    return id;
  });
  const sittings = act === 'void-sitting' ? [onTheSquare, atTheCamp] : [onTheSquare];
  const consultation = newestConsultation(files.db, community);
  if (!consultation) throw new Error('A stand has no consultation.');
  const poll = must(
    freezeOptions(ctx, facilitator.actor.account, consultation, { chosen: ids, reasons: {}, sittings })
  );
  const stand: Stand = {
    poll: poll as PollId,
    community,
    first: ctx.actor.account,
    second: facilitator.actor.account,
    at: now.toISOString(),
    cast: whileVoting.includes(act) ? ballotsCast : 0,
    torn: []
  };
  const cards = act === 'print' ? [] : (must(doAct(files, stand, 'print')) as readonly PrintedCard[]);
  if (act === 'print-late' || whileVoting.includes(act)) must(doAct(files, stand, 'open'));
  for (const { code } of cards.slice(0, stand.cast)) must(files.box.cast(code, [true, false, true]));
  if (act === 'void-sitting') leaveOneSitting(files, stand);
  if (act === 'wipe') publish(files, stand);
  closeFiles(files);
  if (act === 'void-cards') return { ...stand, torn: cards.slice(24, 48).map(({ code }) => code) };
  return act === 'wipe' ? { ...stand, at: longAfter } : stand;
}

/** The first sitting is over; at the second one, which is to be void, people voted too. */
function leaveOneSitting(files: Files, stand: Stand): void {
  const { ctx, poll } = standing(files, stand);
  const sitting = otherSitting(poll);
  const cards = must(printCards(ctx, files.box, poll, sheetOfEach, sitting));
  const sheet = { present, youth: 9, disability: 3, disputes: 0, sitting: sitting.id };
  must(openPoll(ctx, files.box, stand.second, poll, sheet));
  for (const { code } of cards.slice(0, 10)) must(files.box.cast(code, [false, true, false]));
  must(doAct(files, stand, 'close'));
}

function publish(files: Files, stand: Stand): void {
  must(doAct(files, stand, 'close'));
  const { ctx, poll } = standing(files, stand);
  must(publishResult(ctx, stand.second, poll, 'La feuille fut mal lue.', notaryOf(key)));
}

const otherSitting = ({ sittings: [, other] }: Poll) => {
  if (!other) throw new Error('A stand has one sitting only.');
  return other;
};

function standing({ db }: Files, { poll: id, community, first, at }: Stand) {
  const ctx = { db, now: new Date(at), actor: { account: first, name: '', grants: [] } };
  const poll = readPoll(db, id);
  const consultation = newestConsultation(db, community);
  if (!poll || !consultation) throw new Error('The stand is not there.');
  return { ctx, poll, consultation };
}

/** Starts as the server does, an hour after the act: before it answers anybody, and then with its first look at what is due. */
export function recover({ db, box }: Files, { at }: Stand): void {
  const ctx = { db, now: new Date(Date.parse(at) + 3_600_000) };
  finishIntentions(ctx, box);
  wipeBoxes(ctx, box, () => undefined);
}

/** Presses the button; what the program does by itself too. */
export function doAct(files: Files, stand: Stand, act: Act): Result<unknown> {
  const { box } = files;
  const { second: secondBy } = stand;
  const { ctx, poll, consultation } = standing(files, stand);
  switch (act) {
    case 'open':
      return openPoll(ctx, box, secondBy, poll, { present, youth: 9, disability: 3, disputes: 1 });
    case 'close':
      return closePoll(ctx, box, secondBy, poll);
    case 'cancel':
      return cancelConsultation(ctx, box, consultation, { reason: 'La route est coupée.', secondBy });
    case 'void': {
      const about = { reason: 'Une caisse fut ouverte.', planned: [onTheSquare], objection: null };
      return voidPoll(ctx, box, poll, { ...about, secondBy });
    }
    case 'print':
    case 'print-late':
      return printCards(ctx, box, poll, sheetOfEach);
    case 'void-cards':
      return replaceCards(ctx, box, { poll, sitting: poll.sitting }, stand.torn);
    case 'void-sitting':
      return voidSitting(ctx, box, poll, { sitting: otherSitting(poll).id, reason: 'La liste fut perdue.', secondBy });
    case 'wipe':
      return wipeBoxes(ctx, box, () => undefined) > 0 ? ok(null) : refuse('nothing-due');
  }
}
