import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/account/permissions.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { well, yes } from '../../../../tests/support/proposals.ts';
import { endAccount } from '../account/end-account.ts';
import { makeAccount } from '../account/make-account.ts';
import { stageHistory, newestConsultation } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { receiveProposal } from '../proposal/receive-proposal.ts';
import { screenProposal } from '../proposal/screen-proposal.ts';
import { openBallotBox, type BallotBox } from '../vote/ballot-box.ts';
import { freezeCandidates, versionOf } from '../vote/freeze-candidates.ts';
import { newestPoll } from '../vote/queries.ts';
import { standIns } from '../vote/stand-ins.ts';
import type { Planned, Tools } from './performer.ts';
import { waitingFor } from './queries.ts';
import { wipeJointActs } from './wipe-joint-acts.ts';
import { confirmAct, countersign, signTogether, withdrawAct } from './sign-together.ts';

const key = Buffer.alloc(32, 7);
const now = new Date('2026-07-05T09:00:00Z');
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const nobody = { secondPhone: '', secondSecret: '' };

type Signer = { readonly ctx: StaffContext; readonly phone: string; readonly secret: string };

const folder = mkdtempSync(join(tmpdir(), 'sigida-joint-'));
let box: BallotBox;
let tools: Tools;
beforeAll(() => {
  box = openBallotBox(join(folder, 'ballots.db'), key);
  tools = { box, keyFor: () => key };
});
afterAll(() => {
  box.close();
  rmSync(folder, { recursive: true });
});

let db: Portal;
let made: TestConsultation;
let phones = 0;

async function hire(grant: Grant): Promise<Signer> {
  const phone = `7600${String(++phones).padStart(4, '0')}`;
  const account = await makeAccount({ db, now }, key, { name: phone, phone, grants: [grant] });
  if (!account.ok) throw new Error(account.refusal.code);
  const { id, secret } = account.value;
  return { ctx: { db, now, actor: { account: id, name: phone, grants: [grant] } }, phone, secret };
}

const calledOff = (): Planned => ({
  act: 'cancel-consultation',
  payload: { community: made.community, consultation: made.consultation, reason: 'La route est coupée.' }
});

const stage = () => newestConsultation(db, made.community)?.stage;

/** @returns the number under which the act waits. */
async function signAlone({ ctx, secret }: Signer, planned = calledOff()): Promise<number> {
  const signed = await signTogether(ctx, tools, planned, { ownSecret: secret, ...nobody });
  if (!signed.ok || signed.value.waits === null) throw new Error(JSON.stringify(signed));
  return signed.value.waits;
}

const at = ({ ctx }: Signer, moment: Date): StaffContext => ({ ...ctx, now: moment });

describe('an act of two people', () => {
  let chair: Signer, second: Signer, facilitator: Signer;
  beforeEach(async () => {
    db = testPortal();
    made = testConsultation(db, { stage: 'screening' });
    const committee = { role: 'committee', community: made.community } as const;
    chair = await hire(committee);
    second = await hire(committee);
    facilitator = await hire(made.facilitator.actor.grants[0] ?? committee);
  });

  it('waits for the second person, who signs in their own session', async () => {
    const number = await signAlone(chair);
    expect(stage()).toBe('screening');
    expect(waitingFor(second.ctx, second.ctx.actor)).toMatchObject([{ number, own: false, name: made.slug }]);
    expect(waitingFor(chair.ctx, chair.ctx.actor)).toMatchObject([{ number, own: true }]);
    const done = await confirmAct(at(second, later(3)), tools, number, second.secret);
    expect(done).toEqual({ ok: true, value: { waits: null, paper: null } });
    expect(stage()).toBe('cancelled');
    const last = db.$client.prepare('SELECT by, second_by, reason FROM stage_changes ORDER BY number DESC').get();
    expect(last).toEqual({
      by: chair.ctx.actor.account,
      second_by: second.ctx.actor.account,
      reason: 'La route est coupée.'
    });
    expect(waitingFor(second.ctx, second.ctx.actor)).toEqual([]);
    expect(await confirmAct(second.ctx, tools, number, second.secret)).toMatchObject({
      refusal: { code: 'joint-act-over' }
    });
  });

  it('is signed by both on one phone, at once or a while later', async () => {
    const number = await signAlone(chair);
    const { phone, secret } = second;
    const done = await countersign(chair.ctx, tools, number, { secondPhone: phone, secondSecret: secret });
    expect(done.ok).toBe(true);
    expect(stage()).toBe('cancelled');
    expect(stageHistory(db, made.consultation).at(-1)?.reason).toContain('route');
  });

  it('is refused where the second person is the first, may not, or is wrong, and goes on waiting', async () => {
    const stranger = await hire({ role: 'radio' });
    const number = await signAlone(chair);
    const refusals = [
      [await confirmAct(chair.ctx, tools, number, chair.secret), 'second-person-same'],
      [await confirmAct(stranger.ctx, tools, number, stranger.secret), 'second-person-may-not'],
      [await confirmAct(second.ctx, tools, number, '000000'), 'sign-in-wrong']
    ] as const;
    for (const [answer, code] of refusals) expect(answer).toMatchObject({ refusal: { code } });
    expect(stage()).toBe('screening');
    expect((await confirmAct(second.ctx, tools, number, second.secret)).ok).toBe(true);
  });

  it('is worth nothing when it is too old, taken back, or signed by somebody who may no longer', async () => {
    const [old, back, left] = [await signAlone(chair), await signAlone(chair), await signAlone(facilitator)];
    expect(await confirmAct(at(second, later(48)), tools, old, second.secret)).toMatchObject({
      refusal: { code: 'joint-act-over' }
    });
    expect(withdrawAct(second.ctx, back).ok).toBe(true);
    expect(withdrawAct(chair.ctx, back)).toMatchObject({ refusal: { code: 'joint-act-over' } });
    endAccount(chair.ctx, facilitator.ctx.actor.account);
    for (const number of [back, left])
      expect(await confirmAct(second.ctx, tools, number, second.secret)).toMatchObject({
        refusal: { code: 'joint-act-over' }
      });
    expect(stage()).toBe('screening');
    expect((await confirmAct(at(second, later(47)), tools, old, second.secret)).ok).toBe(true);
  });

  it('is forgotten a month after it could last be signed, whatever became of it', async () => {
    const [waiting, back] = [await signAlone(chair), await signAlone(chair)];
    withdrawAct(chair.ctx, back);
    expect(wipeJointActs({ db, now: later(31 * 24) })).toBe(0);
    expect((await confirmAct(second.ctx, tools, waiting, second.secret)).ok).toBe(true);
    expect(wipeJointActs({ db, now: later(33 * 24) })).toBe(2);
    expect(wipeJointActs({ db, now: later(33 * 24) })).toBe(0);
  });

  it('is refused to the first person at once where it can not take place, and changes nothing', async () => {
    const input = { chosen: [], reasons: {}, place: 'Place', day: '2026-07-10' };
    const { community, consultation } = made;
    const empty: Planned = { act: 'freeze', payload: { community, consultation, input } };
    const answer = await signTogether(chair.ctx, tools, empty, { ownSecret: chair.secret, ...nobody });
    expect(answer).toMatchObject({ refusal: { code: 'freeze-none-feasible', field: 'chosen' } });
    expect(waitingFor(chair.ctx, chair.ctx.actor)).toEqual([]);
    const half = await signTogether(chair.ctx, tools, calledOff(), {
      ownSecret: chair.secret,
      secondPhone: second.phone,
      secondSecret: ''
    });
    expect(half).toMatchObject({ refusal: { code: 'field-required', field: 'secondSecret' } });
  });

  it('says what the second person will sign, and who stood in for the committee', async () => {
    const other = await hire(facilitator.ctx.actor.grants[0] ?? never());
    const chosen = ['Forage', 'École', 'Marché'].map((title) => {
      const id = receiveProposal(chair.ctx, made.consultation, { ...well, title }, chair.ctx.actor.account);
      if (!id.ok || !screenProposal(chair.ctx, id.value, { ...yes, cost: 1_000_000 }).ok) return never();
      return id.value;
    });
    const { community, consultation } = made;
    const input = { chosen, reasons: {}, place: 'Place', day: '2026-07-10' };
    const number = await signAlone(facilitator, { act: 'freeze', payload: { community, consultation, input } });
    expect(stage()).toBe('screening');
    expect(newestPoll(db, consultation)).toBeNull();
    expect((await confirmAct(other.ctx, tools, number, other.secret)).ok).toBe(true);
    const poll = newestPoll(db, consultation) ?? never();
    expect(standIns(db, poll.id, community)).toEqual(['freeze']);
  });

  it('is refused where a proposal changed after the form was shown', async () => {
    const { community, consultation } = made;
    const read = versionOf(freezeCandidates(db, consultation));
    const brought = receiveProposal(chair.ctx, consultation, well, chair.ctx.actor.account);
    expect(brought.ok).toBe(true);
    const input = { chosen: [], reasons: {}, place: 'Place', day: '2026-07-10', read };
    const old: Planned = { act: 'freeze', payload: { community, consultation, input } };
    const answer = await signTogether(chair.ctx, tools, old, { ownSecret: chair.secret, ...nobody });
    expect(answer).toMatchObject({ refusal: { code: 'candidates-changed-meanwhile' } });
  });

  it('closes an open box uncounted when it is called off', async () => {
    const { community, consultation } = made;
    const chosen = ['Forage', 'École', 'Marché'].map((title) => {
      const id = receiveProposal(chair.ctx, consultation, { ...well, title }, chair.ctx.actor.account);
      if (!id.ok || !screenProposal(chair.ctx, id.value, { ...yes, cost: 1_000_000 }).ok) return never();
      return id.value;
    });
    const input = { chosen, reasons: {}, place: 'Place', day: '2026-07-10' };
    const frozen = await signTogether(
      chair.ctx,
      tools,
      { act: 'freeze', payload: { community, consultation, input } },
      { ownSecret: chair.secret, secondPhone: second.phone, secondSecret: second.secret }
    );
    expect(frozen.ok).toBe(true);
    const poll = newestPoll(db, consultation) ?? never();
    const { number } = poll.sitting;
    box.makeCards(number, 3, []);
    expect(box.openTheBox(number).ok).toBe(true);
    made.moveTo('voting');
    expect((await confirmAct(second.ctx, tools, await signAlone(chair), second.secret)).ok).toBe(true);
    expect(box.boxState(number)).toBe('closed');
    expect(stage()).toBe('cancelled');
    expect(standIns(db, poll.id, community)).toEqual([]);
  });
});

function never(): never {
  throw new Error('Something that was just made is not there.');
}
