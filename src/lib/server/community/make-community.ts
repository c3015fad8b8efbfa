// Owns making a community: those who choose together, tied to the localities where they live. Its slug is drawn once.
// It refuses localities that are unknown or gone, that lie in two cercles, and a community that exists there by that name.
import { eq, inArray } from 'drizzle-orm';
import { fold } from '#lib/domain/community/fold.ts';
import type { CommunityKind } from '#lib/domain/community/community-kinds.ts';
import { drawSlug } from '#lib/domain/shared/slug.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Portal } from '../db/portal.ts';
import { communities, communityLocalities, communityNames } from '../db/schema/community.ts';
import { recordDiscretion } from './change-discretion.ts';
import { nameKeys } from './place-names.ts';
import { findPlace, placePath } from './place-tree.ts';
import { findCommunity, type Community } from './queries.ts';

export const mostLocalities = 20;
export const communityName = { least: 2, most: 80 } as const;

export type NewCommunity = {
  readonly name: string;
  readonly kind: CommunityKind;
  readonly localities: readonly PCode[];
  /** Nothing said means no. */
  readonly discreet?: boolean;
};
type LocalitiesRefusal =
  'localities-required' | 'localities-too-many' | 'locality-unknown' | 'locality-vanished' | 'localities-apart';
export type MakeCommunityRefusal = LocalitiesRefusal | 'name-length' | 'community-exists' | 'slug-exhausted';

export function makeCommunity(ctx: StaffContext, input: NewCommunity): Result<Community, MakeCommunityRefusal> {
  const name = input.name.trim().replace(/\s+/g, ' ');
  const folded = fold(name);
  if (name.length < communityName.least || name.length > communityName.most || folded === '')
    return refuse('name-length', { field: 'name', detail: communityName });
  const localities = [...new Set(input.localities)];
  return inTransaction(ctx.db, () => {
    const refused = whyNotTogether(ctx.db, localities);
    if (refused) return refuse(refused, { field: 'localities', detail: { most: mostLocalities } });
    if (existsThere(ctx.db, folded, localities)) return refuse('community-exists', { field: 'name', detail: { name } });
    const named = { name, around: communeOf(ctx.db, localities), kind: 'community' } as const;
    const slug = drawSlug(named, (taken) => findCommunity(ctx.db, taken) !== null);
    if (slug === null) return refuse('slug-exhausted', { field: 'name' });
    const row = {
      id: newId<CommunityId>(),
      slug,
      name,
      folded,
      kind: input.kind,
      madeAt: moment(ctx.now),
      madeBy: ctx.actor.account,
      discreet: input.discreet ?? false,
      hiddenUntil: null
    };
    const made = ctx.db.insert(communities).values(row).returning().get();
    ctx.db
      .insert(communityNames)
      .values(nameKeys(name).map((key) => ({ folded: key, community: row.id })))
      .run();
    ctx.db
      .insert(communityLocalities)
      .values(localities.map((pcode) => ({ community: row.id, pcode })))
      .run();
    if (row.discreet) recordDiscretion(ctx, row.id, row);
    return ok(made);
  });
}

/** Villages that share one project meet in one assembly: they lie in one cercle. */
function whyNotTogether(db: Portal, localities: readonly PCode[]): LocalitiesRefusal | null {
  if (localities.length === 0) return 'localities-required';
  if (localities.length > mostLocalities) return 'localities-too-many';
  const found = localities.map((pcode) => findPlace(db, pcode));
  if (found.some((place) => place?.level !== 4)) return 'locality-unknown';
  if (found.some((place) => place?.vanishedOn)) return 'locality-vanished';
  const cercles = new Set(localities.map((pcode) => placePath(db, pcode).find(({ level }) => level === 2)?.pcode));
  return cercles.size > 1 ? 'localities-apart' : null;
}

/** A form sent twice over a slow network makes one community. */
const existsThere = (db: Portal, folded: string, localities: readonly PCode[]): boolean =>
  db
    .select({ folded: communities.folded })
    .from(communityLocalities)
    .innerJoin(communities, eq(communities.id, communityLocalities.community))
    .where(inArray(communityLocalities.pcode, [...localities]))
    .all()
    .some((other) => other.folded === folded);

function communeOf(db: Portal, [first]: readonly PCode[]): string {
  const path = first ? placePath(db, first) : [];
  return path.find(({ level }) => level === 3)?.name ?? '';
}
