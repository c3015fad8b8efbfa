// Owns the list of all polls that were counted, with the address of their community.
import { eq } from 'drizzle-orm';
import type { Portal } from '../db/portal.ts';
import { communities, consultations } from '../db/schema/community.ts';
import { results } from '../db/schema/result.ts';
import { polls } from '../db/schema/vote.ts';
import { readPoll, type Poll } from './queries.ts';

export const countedPolls = (db: Portal): readonly { readonly community: string; readonly poll: Poll }[] =>
  db
    .selectDistinct({ community: communities.slug, id: polls.id, number: polls.number })
    .from(results)
    .innerJoin(polls, eq(polls.id, results.poll))
    .innerJoin(consultations, eq(consultations.id, polls.consultation))
    .innerJoin(communities, eq(communities.id, consultations.community))
    .orderBy(communities.slug, polls.number)
    .all()
    .flatMap(({ community, id }) => {
      const poll = readPoll(db, id);
      return poll ? [{ community, poll }] : [];
    });
