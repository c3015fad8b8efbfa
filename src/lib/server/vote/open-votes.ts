// Owns the list of communities that vote now, for the home page. A discreet one never stands there.
import { and, desc, eq, inArray, max } from 'drizzle-orm';
import { communities, consultations, stageChanges } from '../db/schema/community.ts';
import type { Portal } from '../db/portal.ts';
import { newestPoll } from './queries.ts';

/** Communities whose consultation stands at `voting`, the last opened first. */
export function openVotes(db: Portal) {
  const newest = db
    .select({ number: max(stageChanges.number) })
    .from(stageChanges)
    .groupBy(stageChanges.consultation);
  return db
    .select({ id: consultations.id, slug: communities.slug, name: communities.name })
    .from(stageChanges)
    .innerJoin(consultations, eq(consultations.id, stageChanges.consultation))
    .innerJoin(communities, eq(communities.id, consultations.community))
    .where(and(eq(stageChanges.stage, 'voting'), eq(communities.discreet, false), inArray(stageChanges.number, newest)))
    .orderBy(desc(stageChanges.number))
    .limit(5)
    .all()
    .flatMap(({ id, slug, name }) => {
      const poll = newestPoll(db, id);
      const [first] = poll?.options ?? [];
      return poll ? [{ slug, name, first: first ?? null, options: poll.options.length, day: poll.sitting.day }] : [];
    });
}
