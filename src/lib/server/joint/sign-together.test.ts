import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import {
  freezeOf,
  hireSigner,
  nobody,
  signedOn,
  signersKey,
  threeFeasible,
  type Signer
} from '../../../../tests/support/signers.ts';
import { well } from '../../../../tests/support/proposals.ts';
import { endAccount } from '../account/end-account.ts';
import { stageHistory, newestConsultation } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { receiveProposal } from '../proposal/receive-proposal.ts';
import { openBallotBox, type BallotBox } from '../vote/ballot-box.ts';
import { freezeCandidates, versionOf } from '../vote/freeze-candidates.ts';
import { newestPoll } from '../vote/queries.ts';
import { standIns } from '../vote/stand-ins.ts';
import type { Planned, Tools } from './performer.ts';
import { waitingFor } from './queries.ts';
import { wipeJointActs } from './wipe-joint-acts.ts';
import { confirmAct, countersign, signTogether, withdrawAct } from './sign-together.ts';

const later = (hours: number): Date => new Date(signedOn.getTime() + hours * 3_600_000);
const folder = mkdtempSync(join(tmpdir(), 'sigida-joint-'));
let box: BallotBox;
let tools: Tools;
beforeAll(() => {
  box = openBallotBox(join(folder, 'ballots.db'), signersKey);
  tools = { box, keyFor: () => signersKey };
});
afterAll(() => {
  box.close();
  rmSync(folder, { recursive: true });
});

let db: Portal;
let made: TestConsultation;
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
    chair = await hireSigner(db, committee);
    second = await hireSigner(db, committee);
    facilitator = await hireSigner(db, made.facilitator.actor.grants[0] ?? committee);
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
    const stranger = await hireSigner(db, { role: 'radio', station: null });
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
    const answer = await signTogether(chair.ctx, tools, freezeOf(made, []), { ownSecret: chair.secret, ...nobody });
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
    const other = await hireSigner(db, facilitator.ctx.actor.grants[0] ?? never());
    const { community, consultation } = made;
    const freezing = freezeOf(made, threeFeasible(chair, made));
    const number = await signAlone(facilitator, freezing);
    expect(stage()).toBe('screening');
    expect(newestPoll(db, consultation)).toBeNull();
    expect((await confirmAct(other.ctx, tools, number, other.secret)).ok).toBe(true);
    const poll = newestPoll(db, consultation) ?? never();
    expect(standIns(db, poll.id, community)).toEqual(['freeze']);
  });

  it('is refused where a proposal changed after the form was shown', async () => {
    const { consultation } = made;
    const read = versionOf(freezeCandidates(db, consultation));
    const brought = receiveProposal(chair.ctx, consultation, well, chair.ctx.actor.account);
    expect(brought.ok).toBe(true);
    const answer = await signTogether(chair.ctx, tools, freezeOf(made, [], read), {
      ownSecret: chair.secret,
      ...nobody
    });
    expect(answer).toMatchObject({ refusal: { code: 'candidates-changed-meanwhile' } });
  });

  it('closes an open box uncounted when it is called off', async () => {
    const { community, consultation } = made;
    const freezing = freezeOf(made, threeFeasible(chair, made));
    const both = { ownSecret: chair.secret, secondPhone: second.phone, secondSecret: second.secret };
    const frozen = await signTogether(chair.ctx, tools, freezing, both);
    expect(frozen.ok).toBe(true);
    const poll = newestPoll(db, consultation) ?? never();
    const { number } = poll.sitting;
    box.makeCards(number, { options: 3, marks: 'many' }, []);
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
