// Owns a data folder where an act on both files is about to take place, doing that act, and saying where the files disagree.
import { join } from 'node:path';
import type { AccountId, CommunityId, PollId } from '#lib/domain/shared/ids.ts';
import type { CardCode } from '#lib/domain/vote/card-code.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { verifyChain } from '#lib/domain/audit/chain.ts';
import { readStage } from '#lib/server/audit/change-stage.ts';
import { readChain } from '#lib/server/audit/queries.ts';
import { sha256 } from '#lib/server/audit/sha256.ts';
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
import { unfinishedIntentions } from '#lib/server/vote/intentions.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { cardsPerSheet, printCards, replaceCards, type PrintedCard } from '#lib/server/vote/print-cards.ts';
import { voidPoll } from '#lib/server/vote/void-poll.ts';
import { voidSitting } from '#lib/server/vote/void-sitting.ts';
import { closingOf, readPoll, sealedResult, voidOf, type Poll } from '#lib/server/vote/queries.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { testConsultation } from './consultation.ts';
import { well, yes } from './proposals.ts';

export const acts = ['open', 'close', 'cancel', 'void', 'void-sitting', 'print', 'print-late', 'void-cards'] as const;
export type Act = (typeof acts)[number];

/** People voted before these; `void-cards` comes while they do, with cards that have not. */
const afterVotes: readonly Act[] = ['close', 'cancel', 'void', 'void-sitting'];
const whileOpen: readonly Act[] = [...afterVotes, 'print-late', 'void-cards'];

/** What a process of its own needs to act: everything else is in the files. */
export type Stand = {
  readonly poll: PollId;
  readonly community: CommunityId;
  readonly first: AccountId;
  readonly second: AccountId;
  /** Codes of a torn sheet, which a page knows and the files do not. */
  readonly torn: readonly CardCode[];
};
export type Files = { readonly db: Portal; readonly box: BallotBox };

const now = new Date('2026-07-05T09:00:00Z');
const key = Buffer.alloc(32, 7);
const onTheSquare = { channel: 'cards', place: 'Place', day: '2026-07-05', closesAt: null } as const;
const underTheTree = { channel: 'stones', place: 'Arbre', day: '2026-07-05', closesAt: null } as const;
const present = { HW: 20, HM: 20, RW: 20, RM: 20 };
export const ballotsCast = 30;

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
  const sittings = act === 'void-sitting' ? [onTheSquare, underTheTree] : [onTheSquare];
  const input = { chosen: ids, reasons: {}, sittings };
  const consultation = newestConsultation(files.db, community);
  if (!consultation) throw new Error('A stand has no consultation.');
  const poll = must(freezeOptions(ctx, facilitator.actor.account, consultation, input)) as PollId;
  const stand = { poll, community, first: ctx.actor.account, second: facilitator.actor.account, torn: [] };
  const cards = act === 'print' ? [] : (must(doAct(files, stand, 'print')) as readonly PrintedCard[]);
  if (whileOpen.includes(act)) must(doAct(files, stand, 'open'));
  for (const { code } of cards.slice(0, afterVotes.includes(act) ? ballotsCast : 0))
    must(files.box.cast(code, [true, false, true]));
  closeFiles(files);
  return { ...stand, torn: cards.slice(0, act === 'void-cards' ? cardsPerSheet : 0).map(({ code }) => code) };
}

/** Starts as the server does, an hour after the act. */
export const recover = ({ db, box }: Files): void =>
  finishIntentions({ db, now: new Date('2026-07-05T10:00:00Z') }, box);

/** Presses the button. */
export function doAct({ db, box }: Files, stand: Stand, act: Act): Result<unknown> {
  const ctx = { db, now, actor: { account: stand.first, name: '', grants: [] } };
  const poll = readPoll(db, stand.poll);
  const consultation = newestConsultation(db, stand.community);
  if (!poll || !consultation) throw new Error('The stand is not there.');
  switch (act) {
    case 'open':
      return openPoll(ctx, box, stand.second, poll, { present, youth: 9, disability: 3, disputes: 1 });
    case 'close':
      return closePoll(ctx, box, stand.second, poll);
    case 'cancel':
      return cancelConsultation(ctx, box, consultation, { reason: 'La route est coupée.', secondBy: stand.second });
    case 'void': {
      const about = { reason: 'Une caisse fut ouverte.', planned: [onTheSquare], objection: null };
      return voidPoll(ctx, box, poll, { ...about, secondBy: stand.second });
    }
    case 'void-sitting': {
      const about = { sitting: poll.sitting.id, reason: 'La caisse est restée seule.' };
      return voidSitting(ctx, box, poll, { ...about, secondBy: stand.second });
    }
    case 'void-cards':
      return replaceCards(ctx, box, { poll, sitting: poll.sitting }, stand.torn);
    case 'print':
    case 'print-late':
      return printCards(ctx, box, poll, { HW: 1, HM: 1, RW: 1, RM: 1 });
  }
}

/** Whether the act took place, told by `portal.db` alone. */
export function isDone({ db }: Files, { poll, community }: Stand, act: Act): boolean {
  if (act === 'cancel') return newestConsultation(db, community)?.stage === 'cancelled';
  if (act === 'void') return voidOf(db, poll) !== null;
  if (act === 'void-sitting') return readPoll(db, poll)?.sitting.state === 'void';
  if (act === 'void-cards') return entriesOf(db, 'cards-void') > 0;
  if (act === 'close') return closingOf(db, poll) !== null;
  if (act === 'open') return entriesOf(db, 'poll-opened') > 0;
  return entriesOf(db, 'cards-printed') + entriesOf(db, 'cards-lost') > (act === 'print' ? 0 : 1);
}

export const entriesOf = (db: Portal, act: string): number =>
  db.$client.prepare('SELECT count(*) FROM audit_entries WHERE act = ?').pluck().get(act) as number;

/** Where portal and box, or two tables of the portal, do not tell the same. Empty where they agree. */
export function disagreements({ db, box }: Files, stand: Stand): readonly string[] {
  const poll = readPoll(db, stand.poll);
  if (!poll) return ['The poll is not there.'];
  const state = box.boxState(poll.sitting.number);
  const stage = readStage(db, poll.consultation);
  const calledOff = stage === 'cancelled' || voidOf(db, poll.id) !== null;
  const isOpen = stage === 'voting';
  const sittingVoid = poll.sitting.state === 'void';
  const closed = closingOf(db, poll.id) !== null;
  const sealed = sealedResult(db, poll.id);
  const sheets = db.$client.prepare('SELECT count(*) FROM attendances WHERE met').pluck().get() as number;
  const found: readonly (readonly [string, unknown, unknown])[] = [
    ['unfinished intentions', unfinishedIntentions(db).length, 0],
    ['whole chain', verifyChain(sha256, readChain(db.$client)).ok, true],
    ['stage of a void vote', voidOf(db, poll.id) === null || stage === 'frozen', true],
    ['box open', state === 'open', isOpen && !closed && !sittingVoid],
    ['box closed', state === 'closed', closed || calledOff || sittingVoid],
    ['counted', sealed !== null, closed],
    ['ballots counted', sealed ? ballotsIn(sealed.sealed) : ballotsCast, ballotsCast],
    ['sheets', sheets, Number(isOpen || calledOff)],
    ['entries of opening', entriesOf(db, 'poll-opened'), Number(isOpen || calledOff)],
    ['entries of closing', entriesOf(db, 'poll-closed'), Number(closed)],
    ['entries of a void sitting', entriesOf(db, 'sitting-void'), Number(sittingVoid)],
    ...cardsTold(db, box, poll)
  ];
  return found.flatMap(([what, one, other]) =>
    one === other ? [] : [`${what}: ${String(one)}, not ${String(other)}`]
  );
}

const ballotsIn = (sealed: string): number => {
  const { tally } = JSON.parse(sealed) as { tally: { ballots: Record<string, number> } };
  return Object.values(tally.ballots).reduce((sum, count) => sum + count, 0);
};

function cardsTold(db: Portal, box: BallotBox, poll: Poll): readonly (readonly [string, number, number])[] {
  const told = (table: string, colour: string) =>
    db.$client.prepare(`SELECT coalesce(sum(count), 0) FROM ${table} WHERE colour = ?`).pluck().get(colour) as number;
  const { number } = poll.sitting;
  const [made, torn] = [box.countCards(number), box.countVoid(number)];
  return colourCodes.flatMap((colour) => [
    [`cards ${colour}`, told('card_printings', colour), made[colour]],
    [`void cards ${colour}`, told('card_voids', colour), torn[colour]]
  ]);
}
