import { describe, expect, it } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import type { OptionId, PollId, ProposalId } from '#lib/domain/shared/ids.ts';
import { newId } from '../db/new-id.ts';
import { leftOff, options, polls } from '../db/schema/vote.ts';
import { freezeCandidates } from '../vote/freeze-candidates.ts';
import { leftOffOf } from '../vote/queries.ts';
import { mergeProposals } from './merge-proposals.ts';
import { findProposal, findPublicProposal, publicProposals, queueOf } from './queries.ts';
import { receiveProposal } from './receive-proposal.ts';
import { screenProposal } from './screen-proposal.ts';

/** Each text is one word that nothing else holds: found anywhere, it has leaked. */
const secrets = { title: 'Xtitle', need: 'Xneed', gainers: 'Xgainers', place: 'Xplace' };
const no = {
  feasible: false,
  reason: 'Ce texte nomme une personne.',
  cost: null,
  land: null,
  upkeepOwner: 'Xupkeep',
  beneficiaries: 'Xbeneficiaries',
  withheld: true
} as const;
const shownNo = { ...no, withheld: false };
const yes = { ...no, feasible: true, cost: 1_000_000, land: 'agreed', reason: '', withheld: false } as const;

function village() {
  const db = testPortal();
  const made = testConsultation(db);
  const ctx = made.committee;
  const bring = (title = secrets.title): ProposalId => {
    const texts = { ...secrets, title, category: 'water', proposerGroup: 'women', language: 'bm' } as const;
    const received = receiveProposal(ctx, made.consultation, texts, null);
    if (!received.ok) throw new Error(received.refusal.code);
    return received.value;
  };
  /** A ballot as an earlier vote left it behind. */
  const addPoll = (): PollId => {
    const poll = newId<PollId>();
    const [by, at] = [ctx.actor.account, '2026-06-02T08:00:00Z'];
    const terms = { rule: 'group-gate', terms: '{}', frozenAt: at, frozenBy: by, secondBy: by };
    db.insert(polls)
      .values({ id: poll, consultation: made.consultation, number: 1, ...terms })
      .run();
    return poll;
  };
  const toldOf = (id: ProposalId) => findPublicProposal(db, made.community, id, ctx.now);
  return { ...made, db, ctx, bring, addPoll, toldOf };
}

describe('a withheld proposal', () => {
  it('tells visitors its kind and the reason, and nothing else', () => {
    const { db, ctx, consultation, bring, toldOf } = village();
    const id = bring();
    expect(screenProposal(ctx, id, no).ok).toBe(true);
    const told = { told: 'by-reason', id, category: 'water', reason: no.reason };
    expect(publicProposals(db, consultation, ctx.now)).toEqual([told]);
    expect(toldOf(id)).toEqual(told);
  });

  it('stays whole at the desk, and marked', () => {
    const { db, ctx, community, consultation, bring } = village();
    const id = bring();
    screenProposal(ctx, id, no);
    const whole = { ...secrets, state: 'not-feasible', screening: { withheld: true, reason: no.reason } };
    expect(findProposal(db, community, id)).toMatchObject(whole);
    expect(queueOf(db, consultation)).toMatchObject([whole]);
  });

  it('was public until it was withheld, and is again after another answer', () => {
    const { ctx, bring, toldOf } = village();
    const id = bring();
    const tellings = [shownNo, no, yes].map((answer) => {
      expect(screenProposal(ctx, id, answer).ok).toBe(true);
      return toldOf(id)?.told;
    });
    expect(tellings).toEqual(['in-full', 'by-reason', 'in-full']);
  });

  it('hides the duplicates that joined it, on its page and on theirs', () => {
    const { db, ctx, consultation, bring, toldOf } = village();
    const [kept, duplicate] = [bring(), bring('Xduplicate')];
    mergeProposals(ctx, { proposal: duplicate, into: kept });
    screenProposal(ctx, kept, shownNo);
    expect(toldOf(duplicate)).toEqual({
      told: 'by-title',
      title: 'Xduplicate',
      language: 'bm',
      kept: { id: kept, title: secrets.title, language: 'bm' }
    });
    screenProposal(ctx, kept, no);
    expect(toldOf(duplicate)).toEqual({ told: 'by-reason', id: kept, category: 'water', reason: no.reason });
    expect(JSON.stringify([publicProposals(db, consultation, ctx.now), toldOf(kept), toldOf(duplicate)])).not.toContain(
      'X'
    );
  });

  it('joins no other and is joined by none', () => {
    const { ctx, bring } = village();
    const [withheld, other] = [bring(), bring()];
    screenProposal(ctx, withheld, no);
    const refused = { ok: false, refusal: { code: 'merge-withheld', field: 'into' } };
    expect(mergeProposals(ctx, { proposal: withheld, into: other })).toMatchObject(refused);
    expect(mergeProposals(ctx, { proposal: other, into: withheld })).toMatchObject(refused);
  });

  it('stands before those who freeze as a no that needs nothing more', () => {
    const { db, ctx, consultation, bring } = village();
    screenProposal(ctx, bring(), no);
    expect(freezeCandidates(db, consultation)).toMatchObject([{ screening: { feasible: false, withheld: true } }]);
  });
});

describe('a proposal that waits', () => {
  it('is told to nobody outside, nor is a duplicate that joined it', () => {
    const { db, ctx, consultation, bring, toldOf } = village();
    const [waiting, duplicate] = [bring(), bring()];
    mergeProposals(ctx, { proposal: duplicate, into: waiting });
    expect(publicProposals(db, consultation, ctx.now)).toEqual([]);
    expect([toldOf(waiting), toldOf(duplicate)]).toEqual([null, null]);
  });
});

describe('after a first vote', () => {
  it('what was left off is no longer listed once it is withheld, nor a duplicate of it', () => {
    const { db, ctx, bring, addPoll } = village();
    const [shown, withheld, duplicate] = [bring('Un puits'), bring(), bring()];
    const poll = addPoll();
    for (const proposal of [shown, withheld, duplicate])
      db.insert(leftOff).values({ poll, proposal, reason: 'Moins utile' }).run();
    mergeProposals(ctx, { proposal: duplicate, into: withheld });
    expect(leftOffOf(db, poll)).toHaveLength(3);
    screenProposal(ctx, withheld, no);
    expect(leftOffOf(db, poll)).toEqual([{ id: shown, title: 'Un puits', language: 'bm', reason: 'Moins utile' }]);
  });

  it('what was voted on is not withheld, nor what it joined', () => {
    const { db, ctx, bring, addPoll, toldOf } = village();
    const [kept, option] = [bring(), bring()];
    const mark = { position: 0, letter: 'A', colour: 'a', icon: 'drop', proposerGroup: 'women' } as const;
    const texts = { title: secrets.title, language: 'bm', place: 'Centre', upkeepOwner: 'Comité', cost: 1 } as const;
    db.insert(options)
      .values({ id: newId<OptionId>(), poll: addPoll(), proposal: option, ...mark, ...texts })
      .run();
    mergeProposals(ctx, { proposal: option, into: kept });
    const refused = { ok: false, refusal: { code: 'screening-withheld-on-ballot', field: 'withheld' } };
    expect(screenProposal(ctx, kept, no)).toMatchObject(refused);
    expect(screenProposal(ctx, kept, shownNo).ok).toBe(true);
    expect(toldOf(kept)?.told).toBe('in-full');
  });
});
