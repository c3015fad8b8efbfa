import { describe, expect, it } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { proposingVillage, well, yes, no } from '../../../../tests/support/proposals.ts';
import { freezeCandidates } from '../vote/freeze-candidates.ts';
import { mergeProposals } from './merge-proposals.ts';
import { findProposal, proposalCounts, publicProposals, queueOf } from './queries.ts';
import { screenProposal } from './screen-proposal.ts';

describe('queries', () => {
  it('shows what waits first, then in the order it came', () => {
    const { db, ctx, consultation, bring } = proposingVillage();
    const [answered, waiting, refused] = [bring(), bring(), bring()];
    screenProposal(ctx, answered, yes);
    screenProposal(ctx, refused, no);
    expect(queueOf(db, consultation).map(({ id }) => id)).toEqual([waiting, answered, refused]);
  });

  it('keeps the order in which they came within one second, up to the letters of the ballot', () => {
    const { db, ctx, consultation, bring } = proposingVillage();
    const inOrder = Array.from({ length: 12 }, () => bring());
    expect(queueOf(db, consultation).map(({ id }) => id)).toEqual(inOrder);
    for (const id of inOrder.toReversed()) screenProposal(ctx, id, yes);
    expect(freezeCandidates(db, consultation).map(({ id }) => id)).toEqual(inOrder);
  });

  it('tells of a duplicate its title and group, never its text or who typed it', () => {
    const { db, ctx, consultation, bring } = proposingVillage();
    const [kept, duplicate] = [bring(), bring({ need: 'Un texte que personne n’a examiné' })];
    mergeProposals(ctx, { proposal: duplicate, into: kept });
    screenProposal(ctx, kept, yes);
    const told = JSON.stringify(publicProposals(db, consultation, ctx.now));
    expect(told).not.toContain('personne n’a examiné');
    expect(told).not.toContain(ctx.actor.account);
  });

  it('finds a proposal in its own community only', () => {
    const { db, community, bring } = proposingVillage();
    const other = testConsultation(db, { slug: 'bagoundie', pcode: 'ML07010202' });
    const id = bring();
    expect(findProposal(db, community, id)?.title).toBe(well.title);
    expect(findProposal(db, other.community, id)).toBeNull();
  });

  it('counts all that were brought, by women and by returned', () => {
    const { db, ctx, consultation, bring } = proposingVillage();
    const [kept, duplicate] = [bring(), bring({ proposerGroup: 'returned-women' })];
    bring({ proposerGroup: 'hosts' });
    mergeProposals(ctx, { proposal: duplicate, into: kept });
    expect(proposalCounts(db, consultation)).toEqual({ total: 3, women: 2, returned: 1 });
  });
});
