// Owns judging whether `portal.db` and `ballots.db` tell the same of a stand, and whether its act took place.
import { verifyChain } from '#lib/domain/audit/chain.ts';
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import { readStage } from '#lib/server/audit/change-stage.ts';
import { readChain } from '#lib/server/audit/queries.ts';
import { sha256 } from '#lib/server/audit/sha256.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import type { BallotBox } from '#lib/server/vote/ballot-box.ts';
import { unfinishedIntentions } from '#lib/server/vote/intentions.ts';
import { closingOf, readPoll, sealedResult, voidOf } from '#lib/server/vote/queries.ts';
import { isOver, type Sitting } from '#lib/server/vote/sittings.ts';
import type { Act, Files, Stand } from './two-files.ts';

/** Whether the act took place, told by `portal.db` alone. */
export function isDone({ db }: Files, { poll, community }: Stand, act: Act): boolean {
  if (act === 'cancel') return newestConsultation(db, community)?.stage === 'cancelled';
  if (act === 'void') return voidOf(db, poll) !== null;
  if (act === 'close') return closingOf(db, poll) !== null;
  if (act === 'open') return entriesOf(db, 'poll-opened') > 0;
  if (act === 'void-cards') return entriesOf(db, 'cards-void') > 0;
  if (act === 'void-sitting') return entriesOf(db, 'sitting-void') > 0;
  if (act === 'wipe') return entriesOf(db, 'box-wiped') > 0;
  return entriesOf(db, 'cards-printed') + entriesOf(db, 'cards-lost') > (act === 'print' ? 0 : 1);
}

export const entriesOf = (db: Portal, act: string): number =>
  db.$client.prepare('SELECT count(*) FROM audit_entries WHERE act = ?').pluck().get(act) as number;

/** Whether the cards of an answered act are in nobody's hands. */
export const cardsMissing = (db: Portal, act: Act): boolean =>
  entriesOf(db, 'cards-lost') > 0 || entriesOf(db, 'cards-printed') < sheetsHandedOut(act);

/** Instead of a torn sheet there is another one. */
const sheetsHandedOut = (act: Act): number => {
  if (act === 'print-late' || act === 'void-cards') return 2;
  return act === 'print' ? 1 : 0;
};

/** Where portal and box, or two tables of the portal, do not tell the same. Empty where they agree. */
export function disagreements({ db, box }: Files, stand: Stand): readonly string[] {
  const poll = readPoll(db, stand.poll);
  if (!poll) return ['The poll is not there.'];
  const { sittings } = poll;
  const stage = readStage(db, poll.consultation);
  const calledOff = stage === 'cancelled' || voidOf(db, poll.id) !== null;
  const closed = closingOf(db, poll.id) !== null;
  const sealed = sealedResult(db, poll.id);
  const opened = stage === 'voting' || calledOff || closed ? sittings.length : 0;
  const sheets = db.$client.prepare('SELECT count(*) FROM attendances WHERE met').pluck().get();
  const found: readonly Told[] = [
    ['unfinished intentions', unfinishedIntentions(db).length, 0],
    ['whole chain', verifyChain(sha256, readChain(db.$client)).ok, true],
    ['stage of a void vote', voidOf(db, poll.id) === null || stage === 'frozen', true],
    ['closed', closed, sittings.every(isOver)],
    ['counted', sealed !== null, closed],
    ['ballots counted', sealed ? ballotsIn(sealed.sealed) : stand.cast, stand.cast],
    ['sheets', sheets, opened],
    ['entries of opening', entriesOf(db, 'poll-opened'), opened],
    ['entries of closing', entriesOf(db, 'poll-closed'), Number(closed)],
    ['entries of sittings', entriesOf(db, 'sitting-closed'), sittings.filter(({ state }) => state === 'in').length],
    ['entries of void ones', entriesOf(db, 'sitting-void'), sittings.filter(({ state }) => state === 'void').length],
    ['cards that voted', box.countCast(poll.sitting.number), isWiped(db, poll.sitting) ? 0 : stand.cast],
    ...sittings.flatMap((sitting) => boxTold(db, box, sitting, calledOff))
  ];
  return found.flatMap(([what, one, other]) =>
    one === other ? [] : [`${what}: ${String(one)}, not ${String(other)}`]
  );
}

/** What, as it is found, and as it should be. */
type Told = readonly [string, unknown, unknown];

const ballotsIn = (sealed: string): number => {
  const { tally } = JSON.parse(sealed) as { tally: { ballots: Record<string, number> } };
  return Object.values(tally.ballots).reduce((sum, count) => sum + count, 0);
};

const isWiped = (db: Portal, { id }: Pick<Sitting, 'id'>): boolean =>
  db.$client.prepare('SELECT 1 FROM box_wipes WHERE sitting = ?').get(id) !== undefined;

function boxTold(db: Portal, box: BallotBox, sitting: Sitting, calledOff: boolean): readonly Told[] {
  const { id, number } = sitting;
  const state = box.boxState(number);
  const [made, taken] = [box.countCards(number), box.countVoid(number)];
  const sum = (table: string, colour: Colour): unknown =>
    db.$client
      .prepare(`SELECT coalesce(sum(count), 0) FROM ${table} WHERE sitting = ? AND colour = ?`)
      .pluck()
      .get(id, colour);
  const wiped = isWiped(db, sitting);
  return [
    [`box ${number} open`, state === 'open', sitting.state === 'open' && !calledOff],
    [`box ${number} closed`, state === 'closed', isOver(sitting) || calledOff],
    ...colourCodes.flatMap((colour): readonly Told[] => [
      [`cards ${colour}`, made[colour], wiped ? 0 : sum('card_printings', colour)],
      [`void cards ${colour}`, taken[colour], wiped ? 0 : sum('card_voids', colour)]
    ])
  ];
}
