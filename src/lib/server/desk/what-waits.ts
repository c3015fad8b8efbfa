// Owns what the desk shows first: what waits for this very person. It tells nobody what they may not do something about.
import { can, isAdministrator, type Action } from '#lib/domain/account/permissions.ts';
import { nextAct, nextActs, type NextAct } from '#lib/domain/community/next-act.ts';
import { isOnSheets } from '#lib/domain/event/sending.ts';
import { comingDays } from '#lib/domain/event/sheet.ts';
import { peopleFor } from '../account/people.ts';
import { communitiesOfStaff, communitySubject, newestConsultation, type Consultation } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { signInFailures } from '../db/schema/account.ts';
import { eventsOf, type EventFilter } from '../event/queries.ts';
import { moment } from '../db/context.ts';
import { listTasks } from '../operations/tasks.ts';
import { queueOf } from '../proposal/queries.ts';
import { readStation, type Station } from '../station/queries.ts';
import { pollPhase } from '../vote/poll-phase.ts';
import { newestPoll } from '../vote/queries.ts';
import { gt } from 'drizzle-orm';

export type WaitingCommunity = {
  readonly slug: string;
  readonly name: string;
  readonly act: NextAct;
  /** Proposals that nobody has examined. */
  readonly unexamined: number;
};

/** The most urgent first, then by name: of those whom the actor serves, and not of all whom an administrator may look at. */
export function communitiesThatWait({ db, actor }: StaffContext): readonly WaitingCommunity[] {
  const rank = (act: NextAct) => nextActs.indexOf(act);
  const serving = actor.grants.filter(({ role }) => role === 'committee' || role === 'facilitator');
  return communitiesOfStaff(db, serving)
    .flatMap(({ id, slug, name }) => {
      const subject = communitySubject(db, id);
      const consultation = newestConsultation(db, id);
      const waiting = stateOf(db, consultation);
      const act = nextAct(waiting);
      return act && can(actor, rightFor(act), subject) ? [{ slug, name, act, unexamined: waiting.unexamined }] : [];
    })
    .sort((one, other) => rank(one.act) - rank(other.act));
}

const otherRights = { 'start-screening': 'screen', 'call-ballot': 'freeze', 'call-again': 'open-poll' } as const;
const rightFor = (act: NextAct) =>
  act in otherRights ? otherRights[act as keyof typeof otherRights] : (act as Action);

const ballots = {
  planned: 'to-open',
  missed: 'missed',
  open: 'open',
  recounting: 'open',
  counted: 'counted',
  published: 'called'
} as const;

function stateOf(db: Portal, consultation: Consultation | null) {
  const stage = consultation?.stage ?? null;
  const queue = consultation ? queueOf(db, consultation.id) : [];
  const poll = consultation && newestPoll(db, consultation.id);
  return {
    stage,
    proposals: queue.length,
    unexamined: queue.filter(({ state }) => state === 'waiting').length,
    feasible: queue.filter(({ state, screening }) => state !== 'merged' && screening?.feasible).length,
    ballot: poll && ballots[pollPhase(db, poll)]
  };
}

/** Those whose sessions the actor may end and whom wrong PINs keep out. Nobody is looked through while nobody is kept out. */
export function lockedPeople(ctx: StaffContext, phoneKey: Buffer): readonly { id: string; name: string }[] {
  const blocked = ctx.db
    .select()
    .from(signInFailures)
    .where(gt(signInFailures.blockedUntil, moment(ctx.now)))
    .get();
  if (!blocked) return [];
  return peopleFor(ctx, phoneKey, ctx.actor).flatMap(({ id, name, locked }) => (locked ? [{ id, name }] : []));
}

export type StationWeek = { readonly station: Pick<Station, 'slug' | 'name'> | null; readonly events: number };

/** For radios: how many events of the coming seven days are to be read on air, where their station is heard; all without one. */
export function eventsToRead({ db, now, actor }: StaffContext): readonly StationWeek[] {
  const week = comingDays(now);
  const toRead = (filter: EventFilter): number =>
    eventsOf(db, now, filter).filter((event) => !event.cancelledAt && isOnSheets(event, now)).length;
  return actor.grants.flatMap((grant): StationWeek[] => {
    if (grant.role !== 'radio') return [];
    const station = grant.station && readStation(db, grant.station);
    if (!station) return [{ station: null, events: toRead(week) }];
    return [{ station, events: toRead({ ...week, heardIn: station.areas }) }];
  });
}

/** For administrators: whether a task of the program failed, or is late by as long as it takes to come round. */
export function isUnwell({ db, now, actor }: StaffContext, backups: string | null): boolean {
  if (!isAdministrator(actor)) return false;
  return listTasks(db).some(({ name, last, everyMinutes }) => {
    if (!last || (name === 'backup' && backups === null)) return false;
    return last.failure !== null || now.getTime() - Date.parse(last.at) > 2 * everyMinutes * 60_000;
  });
}
