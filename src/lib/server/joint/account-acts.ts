// Owns the acts of two people on a third one's account. It refuses both of them where they are that person.
import { refuse, ok, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { letIn, type LetInAct, type WayInTarget } from '../account/let-in.ts';
import { readStaff } from '../account/queries.ts';
import { subjectsOf } from '../account/people.ts';
import type { Portal } from '../db/portal.ts';
import { isAdministrator } from '#lib/domain/account/permissions.ts';
import type { Payloads, Performer } from './performer.ts';

type Payload = Payloads[LetInAct];
type AccountRefusal = 'not-for-oneself' | 'account-unknown';

function targetOf(
  db: Portal,
  { account }: Payload,
  signers: readonly AccountId[]
): Result<WayInTarget, AccountRefusal> {
  const staff = readStaff(db, account);
  if (!staff) return refuse('account-unknown');
  if (signers.includes(account)) return refuse('not-for-oneself');
  return ok({ id: account, name: staff.name, administrator: isAdministrator(staff) });
}

export const accountAct = (act: LetInAct): Performer<Payload> => ({
  subjects: (db, { account }) => subjectsOf(db, readStaff(db, account)?.grants ?? []),
  rehearse: (ctx, _, payload) => targetOf(ctx.db, payload, [ctx.actor.account]),
  perform: async (ctx, { keyFor }, payload, secondBy) => {
    const target = targetOf(ctx.db, payload, [ctx.actor.account, secondBy]);
    return target.ok ? letIn(ctx, keyFor, target.value, act, secondBy) : target;
  },
  tell: (db, { account }) => ({
    name: readStaff(db, account)?.name ?? '',
    back: `accounts/${account}`,
    facts: []
  })
});
