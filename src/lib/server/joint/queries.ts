// Owns what is read of acts that wait for their second signature. One that is over, or too old, waits no more.
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { jointActs as table, type JointAct } from '#lib/domain/account/joint-acts.ts';
import { canInAll, type Subject } from '#lib/domain/account/permissions.ts';
import { readStaff } from '../account/queries.ts';
import { moment, type Context, type Staff } from '../db/context.ts';
import { jointActEnds, jointActs } from '../db/schema/joint.ts';
import { performerOf } from './acts.ts';
import type { Planned, Told } from './performer.ts';

export type WaitingAct = {
  readonly number: number;
  readonly planned: Planned;
  readonly first: Staff;
  readonly at: string;
  readonly expiresAt: string;
  readonly subjects: readonly Subject[];
};

/** An act whose first signer is no longer staff waits for nobody. */
function waitingActs({ db, now }: Context, number?: number): readonly WaitingAct[] {
  const rows = db
    .select({ row: jointActs })
    .from(jointActs)
    .leftJoin(jointActEnds, eq(jointActEnds.act, jointActs.number))
    .where(
      and(
        isNull(jointActEnds.act),
        gt(jointActs.expiresAt, moment(now)),
        number === undefined ? undefined : eq(jointActs.number, number)
      )
    )
    .orderBy(asc(jointActs.number))
    .all();
  return rows.flatMap(({ row }) => {
    const first = readStaff(db, row.by);
    if (!first) return [];
    const planned = { act: row.act, payload: JSON.parse(row.payload) } as Planned;
    const { at, expiresAt } = row;
    return [{ number: row.number, planned, first, at, expiresAt, subjects: performerOf(planned).subjects(db) }];
  });
}

export const findWaitingAct = (ctx: Context, number: number): WaitingAct | null => waitingActs(ctx, number)[0] ?? null;

export const maySign = (staff: Staff, { planned, subjects }: Pick<WaitingAct, 'planned' | 'subjects'>): boolean =>
  canInAll(staff, table[planned.act].asks, subjects);

/** For the front page of the desk. `own`: it waits for somebody else's word. */
export type WaitingLine = {
  readonly number: number;
  readonly act: JointAct;
  readonly name: string;
  readonly first: string;
  readonly expiresAt: string;
  readonly own: boolean;
};

/** What this person may sign, or signed first, oldest first. */
export const waitingFor = (ctx: Context, staff: Staff): readonly WaitingLine[] =>
  waitingActs(ctx)
    .filter((act) => maySign(staff, act))
    .map((act) => ({
      number: act.number,
      act: act.planned.act,
      name: tellAct(ctx, act).name,
      first: act.first.name,
      expiresAt: act.expiresAt,
      own: act.first.account === staff.account
    }));

export const tellAct = ({ db }: Context, { planned }: WaitingAct): Told => performerOf(planned).tell(db);
