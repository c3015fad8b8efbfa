// Owns what a public list shows of each community: its name, where it lies and the stage that visitors may know.
import type { CommunityKind } from '#lib/domain/community/community-kinds.ts';
import { toldStage } from '#lib/domain/community/discretion.ts';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { Portal } from '../db/portal.ts';
import { placePath, type Place } from './place-tree.ts';
import { localitiesOf, newestConsultation, type Community } from './queries.ts';

export type CommunityCard = {
  readonly slug: string;
  readonly name: string;
  readonly kind: CommunityKind;
  readonly where: string;
  readonly stage: Stage | null;
};

export const communityCard = (db: Portal, community: Community): CommunityCard => {
  const { id, slug, name, kind } = community;
  const [first] = localitiesOf(db, id);
  const path = first ? placePath(db, first) : [];
  const stage = newestConsultation(db, id)?.stage ?? null;
  return { slug, name, kind, where: inOneLine(path.slice(0, 3)), stage: stage && toldStage(community, stage) };
};

/** From the place up to its region, a name that repeats said once: "Gounzoureye, Gao". */
export const inOneLine = (path: readonly Place[]): string =>
  path
    .map(({ name }) => name)
    .filter((name, index, names) => name !== names[index - 1])
    .toReversed()
    .join(', ');
