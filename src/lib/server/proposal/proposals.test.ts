import { describe, expect, it } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { proposingVillage, well, yes, no } from '../../../../tests/support/proposals.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { proposals, screenings } from '../db/schema/proposal.ts';
import { mergeProposals } from './merge-proposals.ts';
import { publicProposals, queueOf } from './queries.ts';
import { receiveProposal } from './receive-proposal.ts';
import { screenProposal } from './screen-proposal.ts';

describe('receiveProposal', () => {
  it('puts a visitor’s proposal into the queue, where visitors do not see it', () => {
    const { db, ctx, consultation } = proposingVillage();
    const received = receiveProposal({ db, now: ctx.now }, consultation, well, null);
    expect(received.ok).toBe(true);
    expect(queueOf(db, consultation)).toMatchObject([{ ...well, state: 'waiting', atDesk: false }]);
    expect(publicProposals(db, consultation, ctx.now)).toEqual([]);
  });

  it('takes visitors’ only during the call, and the desk’s until the ballot is frozen', () => {
    const { db, ctx, consultation, moveTo } = proposingVillage();
    moveTo('screening');
    const refused = { ok: false, refusal: { code: 'not-proposing' } };
    expect(receiveProposal(ctx, consultation, well, null)).toEqual(refused);
    expect(receiveProposal(ctx, consultation, well, ctx.actor.account).ok).toBe(true);
    moveTo('frozen');
    expect(receiveProposal(ctx, consultation, well, ctx.actor.account)).toEqual(refused);
    expect(db.select().from(proposals).all()).toHaveLength(1);
  });

  it('takes in once what a phone that kept it sends twice, also after the call', () => {
    const { db, ctx, consultation, moveTo } = proposingVillage();
    const send = (kept: string) => receiveProposal(ctx, consultation, well, null, { kept });
    const [one, other] = ['a'.repeat(32), 'b'.repeat(32)];
    const first = send(one);
    expect(first.ok).toBe(true);
    expect(send(one)).toEqual(first);
    expect(send(other)).not.toEqual(first);
    moveTo('screening');
    expect(send(one)).toEqual(first);
    expect(send('c'.repeat(32))).toEqual({ ok: false, refusal: { code: 'not-proposing' } });
    expect(db.select().from(proposals).all()).toHaveLength(2);
  });
});

describe('screenProposal', () => {
  it('keeps every answer and lets the last one count', () => {
    const { db, ctx, consultation, bring, stateOf } = proposingVillage();
    const id = bring();
    expect(screenProposal(ctx, id, yes).ok).toBe(true);
    expect(stateOf(id)).toBe('feasible');
    expect(screenProposal(ctx, id, no).ok).toBe(true);
    expect(stateOf(id)).toBe('not-feasible');
    expect(db.select().from(screenings).all()).toHaveLength(2);
    expect(publicProposals(db, consultation, ctx.now)).toMatchObject([
      { told: 'in-full', screening: { reason: no.reason } }
    ]);
  });

  it.each([
    ['no cost', { ...yes, cost: null }, 'screening-cost-missing', 'cost'],
    ['a cost above the sum', { ...yes, cost: 15_000_001 }, 'screening-cost-above-sum', 'cost'],
    ['land not agreed', { ...yes, land: 'not-agreed' as const }, 'screening-land-not-agreed', 'land'],
    ['nobody to look after it', { ...yes, upkeepOwner: ' ' }, 'screening-upkeep-missing', 'upkeepOwner'],
    ['nobody who gains', { ...yes, beneficiaries: '' }, 'screening-beneficiaries-missing', 'beneficiaries'],
    ['a no without its reason', { ...no, reason: '' }, 'screening-reason-missing', 'reason'],
    ['a yes whose text is withheld', { ...yes, withheld: true }, 'screening-withheld-feasible', 'withheld']
  ])('refuses %s, at the field, and writes nothing', (_, answer, code, field) => {
    const { db, ctx, bring } = proposingVillage();
    const done = screenProposal(ctx, bring(), answer);
    expect(done).toMatchObject({ ok: false, refusal: { code, field } });
    expect(db.select().from(screenings).all()).toEqual([]);
  });

  it('accepts a cost equal to the sum', () => {
    const { ctx, bring } = proposingVillage();
    expect(screenProposal(ctx, bring(), { ...yes, cost: 15_000_000 }).ok).toBe(true);
  });

  it('does not overrule an answer that the form never showed', () => {
    const { db, ctx, facilitator, bring, consultation } = proposingVillage();
    const id = bring();
    expect(screenProposal(facilitator, id, no, 0).ok).toBe(true);
    expect(screenProposal(ctx, id, yes, 0)).toMatchObject({ ok: false, refusal: { code: 'screened-meanwhile' } });
    const shown = queueOf(db, consultation)[0]?.screening?.number;
    expect(screenProposal(ctx, id, yes, shown).ok).toBe(true);
  });

  it('is over once the ballot is frozen', () => {
    const { ctx, bring, moveTo, stateOf } = proposingVillage();
    const id = bring();
    screenProposal(ctx, id, yes);
    moveTo('frozen');
    expect(screenProposal(ctx, id, no)).toMatchObject({ ok: false, refusal: { code: 'consultation-frozen' } });
    expect(stateOf(id)).toBe('feasible');
  });

  it('refuses a proposal that does not exist', () => {
    const { ctx } = proposingVillage();
    expect(screenProposal(ctx, 'none' as ProposalId, yes)).toMatchObject({ refusal: { code: 'proposal-unknown' } });
  });
});

describe('mergeProposals', () => {
  it('keeps both groups and both texts', () => {
    const { db, ctx, consultation, bring, stateOf } = proposingVillage();
    const kept = bring();
    const duplicate = bring({ title: 'Un puits', proposerGroup: 'returned' });
    expect(mergeProposals(ctx, { proposal: duplicate, into: kept }).ok).toBe(true);
    screenProposal(ctx, kept, yes);
    expect(stateOf(duplicate)).toBe('merged');
    expect(publicProposals(db, consultation, ctx.now)).toMatchObject([
      { id: kept, proposerGroups: ['women', 'returned'], joined: [{ id: duplicate, title: 'Un puits' }] }
    ]);
  });

  it('refuses itself, a second time, chains, other consultations and unknown ones', () => {
    const { db, ctx, bring } = proposingVillage();
    const [first, second, third] = [bring(), bring(), bring()];
    const other = testConsultation(db, { slug: 'bagoundie', pcode: 'ML07010202' });
    const elsewhere = receiveProposal(ctx, other.consultation, well, null);
    expect(mergeProposals(ctx, { proposal: first, into: second }).ok).toBe(true);
    const refusals: [ProposalId, ProposalId, string][] = [
      [third, third, 'merge-into-itself'],
      [first, third, 'merge-already'],
      [third, first, 'merge-into-merged'],
      [second, third, 'merge-carries-others'],
      [third, 'none' as ProposalId, 'proposal-unknown']
    ];
    if (elsewhere.ok) refusals.push([third, elsewhere.value, 'merge-other-consultation']);
    expect(refusals).toHaveLength(6);
    for (const [proposal, into, code] of refusals)
      expect(mergeProposals(ctx, { proposal, into })).toMatchObject({ refusal: { code, field: 'into' } });
  });

  it('leaves no further answer to the duplicate, and is over once the ballot is frozen', () => {
    const { ctx, bring, moveTo } = proposingVillage();
    const [first, second, third] = [bring(), bring(), bring()];
    mergeProposals(ctx, { proposal: first, into: second });
    expect(screenProposal(ctx, first, yes)).toMatchObject({ refusal: { code: 'merge-already' } });
    moveTo('frozen');
    expect(mergeProposals(ctx, { proposal: third, into: second })).toMatchObject({
      refusal: { code: 'consultation-frozen' }
    });
  });
});
