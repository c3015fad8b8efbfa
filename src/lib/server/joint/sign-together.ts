// Owns how two people sign one act: both at once on one phone, or one now and the other from their own desk before it expires.
// It refuses one person twice, whoever lacks the right at the moment of signing, and an act that can not take place.
import { expiryOf } from '#lib/domain/account/joint-acts.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { authenticate, confirmOwnSecret } from '../auth/authenticate.ts';
import { moment, type Staff, type StaffContext } from '../db/context.ts';
import { jointActEnds, jointActs } from '../db/schema/joint.ts';
import { performerOf } from './acts.ts';
import type { Paper, Planned, Tools } from './performer.ts';
import { findWaitingAct, maySign, type WaitingAct } from './queries.ts';

export type SecondPerson = { readonly secondPhone: string; readonly secondSecret: string };
export type Signatures = SecondPerson & { readonly ownSecret: string };

/** `waits` with its number until a second person signs; else it is done, with the paper that it may have drawn. */
export type Signed = { readonly waits: number } | { readonly waits: null; readonly paper: Paper | null };

/** The first signature, and the second where it is given on the same form. The caller has asked for the right before. */
export async function signTogether(
  ctx: StaffContext,
  tools: Tools,
  planned: Planned,
  { ownSecret, secondPhone, secondSecret }: Signatures
): Promise<Result<Signed>> {
  const alone = secondPhone === '' && secondSecret === '';
  if (!alone && secondPhone === '') return refuse('field-required', { field: 'secondPhone' });
  if (!alone && secondSecret === '') return refuse('field-required', { field: 'secondSecret' });
  const own = await confirmOwnSecret(ctx, ownSecret);
  if (!own.ok) return refuse(own.refusal.code, { ...own.refusal, field: 'ownSecret' });
  const act: Unnumbered = { planned, first: ctx.actor, subjects: performerOf(planned).subjects(ctx.db) };
  if (!alone) return byBoth(ctx, tools, act, { secondPhone, secondSecret });
  const possible = performerOf(planned).rehearse(ctx, tools);
  return possible.ok ? ok({ waits: leaveWaiting(ctx, planned) }) : possible;
}

type Unnumbered = Pick<WaitingAct, 'planned' | 'first' | 'subjects'>;

function leaveWaiting(ctx: StaffContext, { act, payload }: Planned): number {
  const community: CommunityId | null = 'community' in payload ? payload.community : null;
  return ctx.db
    .insert(jointActs)
    .values({
      act,
      community,
      payload: JSON.stringify(payload),
      at: moment(ctx.now),
      by: ctx.actor.account,
      expiresAt: moment(expiryOf(act, ctx.now))
    })
    .returning({ number: jointActs.number })
    .get().number;
}

async function byBoth(
  ctx: StaffContext,
  tools: Tools,
  act: Unnumbered,
  { secondPhone: phone, secondSecret: secret }: SecondPerson
): Promise<Result<Signed>> {
  const found = await authenticate(ctx, tools.keyFor('phone-number'), { phone, secret });
  if (!found.ok) return refuse(found.refusal.code, { ...found.refusal, field: 'secondSecret' });
  return perform(ctx, tools, act, found.value);
}

/** On the phone of whoever signed first. */
export async function countersign(
  ctx: StaffContext,
  tools: Tools,
  number: number,
  second: SecondPerson
): Promise<Result<Signed>> {
  const act = findWaitingAct(ctx, number);
  if (!act) return refuse('joint-act-over');
  const done = await byBoth(ctx, tools, act, second);
  return done.ok ? end(ctx, number, done) : done;
}

/** In the second person's own session. */
export async function confirmAct(
  ctx: StaffContext,
  tools: Tools,
  number: number,
  ownSecret: string
): Promise<Result<Signed>> {
  const own = await confirmOwnSecret(ctx, ownSecret);
  if (!own.ok) return refuse(own.refusal.code, { ...own.refusal, field: 'ownSecret' });
  const act = findWaitingAct(ctx, number);
  if (!act) return refuse('joint-act-over');
  const done = await perform(ctx, tools, act, ctx.actor, 'ownSecret');
  return done.ok ? end(ctx, number, done) : done;
}

/** Either of those who may sign takes it back; nothing was done yet. */
export function withdrawAct(ctx: StaffContext, number: number): Result<null, 'joint-act-over'> {
  const act = findWaitingAct(ctx, number);
  if (!act) return refuse('joint-act-over');
  recordEnd(ctx, number, 'withdrawn');
  return ok(null);
}

async function perform(
  { db, now }: StaffContext,
  tools: Tools,
  act: Unnumbered,
  second: Staff,
  field = 'secondPhone'
): Promise<Result<Signed>> {
  const { planned, first, subjects } = act;
  if (second.account === first.account) return refuse('second-person-same', { field });
  if (!maySign(second, act)) return refuse('second-person-may-not', { field });
  // Their right may have been taken away since they signed.
  if (!maySign(first, { planned, subjects })) return refuse('first-person-may-not');
  const done = await performerOf(planned).perform({ db, now, actor: first }, tools, second.account);
  return done.ok ? ok({ waits: null, paper: done.value }) : done;
}

function end(ctx: StaffContext, number: number, done: Result<Signed>): Result<Signed> {
  recordEnd(ctx, number, 'done');
  return done;
}

const recordEnd = (ctx: StaffContext, act: number, outcome: 'done' | 'withdrawn'): void =>
  void ctx.db
    .insert(jointActEnds)
    .values({ act, outcome, at: moment(ctx.now), by: ctx.actor.account })
    .onConflictDoNothing()
    .run();
