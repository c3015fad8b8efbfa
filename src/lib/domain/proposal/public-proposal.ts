// Owns what visitors are told of a proposal. It refuses them whatever waits, and of a withheld one all but the reason.
import type { Category } from '#lib/domain/proposal/categories.ts';
import { isPublic } from '#lib/domain/proposal/proposal-states.ts';
import type { Joined, Proposal } from '#lib/domain/proposal/proposal.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';

export type ToldInFull = Proposal & { readonly told: 'in-full' };

/** A pictogram and a reason: even the group or the language could point at who wrote it. */
export type ToldByReason = {
  readonly told: 'by-reason';
  readonly id: ProposalId;
  readonly category: Category;
  readonly reason: string;
};

/** A duplicate, told on its own page by its title and the proposal that it joined. */
export type ToldByTitle = {
  readonly told: 'by-title';
  readonly title: Joined['title'];
  readonly language: Joined['language'];
  readonly kept: Pick<Joined, 'id' | 'title' | 'language'>;
};

/**
 * Null while it waits, and for one that joined another: that is told with the one that stays.
 * @param discreet whether the community keeps pictures and voices to itself today: they show where people gather, and who speaks.
 */
export function publicShape(proposal: Proposal, discreet: boolean): ToldInFull | ToldByReason | null {
  const { id, category, state, screening } = proposal;
  if (!isPublic(state)) return null;
  if (screening?.withheld) return { told: 'by-reason', id, category, reason: screening.reason };
  const kept = discreet ? { picture: null, voice: null } : {};
  return { ...proposal, ...kept, told: 'in-full' };
}

/** What the page of a duplicate tells. One that joined a proposal withheld later is withheld with it. */
export function publicShapeOfDuplicate(duplicate: Joined, kept: Proposal): ToldByTitle | ToldByReason | null {
  // Of this shape only the titles are told.
  const shape = publicShape(kept, true);
  if (shape?.told !== 'in-full') return shape;
  const { title, language } = duplicate;
  return { told: 'by-title', title, language, kept: { id: kept.id, title: kept.title, language: kept.language } };
}
