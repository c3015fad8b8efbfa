// Owns the list of communities that vote now, for the home page. A discreet one never stands there.
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import { communities, consultations } from '../db/schema/community.ts';
import type { Portal } from '../db/portal.ts';
import { newestPoll } from './queries.ts';

/** Stages in which a ballot may be open: the first one, and those after it. */
const votingStages: readonly Stage[] = ['voting', 'second-ballot', 'ratification'];

/** Communities with a sitting that is open, the last opened first, with its day. */
export function openVotes(db: Portal) {
  const lastChange = sql`(SELECT max(number) FROM stage_changes WHERE consultation = ${consultations.id})`;
  return db
    .select({ id: consultations.id, community: communities.id, slug: communities.slug, name: communities.name })
    .from(consultations)
    .innerJoin(communities, eq(communities.id, consultations.community))
    .where(and(inArray(consultations.stageNow, votingStages), eq(communities.discreet, false)))
    .orderBy(desc(lastChange))
    .all()
    .flatMap(({ id, community, slug, name }) => {
      const poll = newestPoll(db, id);
      const [first] = poll?.options ?? [];
      const open = poll?.sittings.find(({ state }) => state === 'open');
      return poll && open
        ? [{ community, slug, name, first: first ?? null, options: poll.options.length, day: open.day }]
        : [];
    });
}
