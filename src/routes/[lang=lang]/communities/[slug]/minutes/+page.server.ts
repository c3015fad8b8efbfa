import { requirePermission } from '#lib/server/auth/guard.ts';
import { whereIs } from '#lib/server/community/queries.ts';
import { minutesAt } from '#lib/server/find.ts';
import { leftOffOf } from '#lib/server/vote/queries.ts';
import { publicNotes } from '#lib/server/vote/minutes-notes.ts';
import { objectionsTo } from '#lib/server/vote/objections.ts';
import { sittingsOf } from '#lib/server/vote/sittings.ts';
import { standIns } from '#lib/server/vote/stand-ins.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db } = event.locals.ctx;
  const { community, consultation, result, record } = minutesAt(event.locals, event.params.slug);
  const { poll, view } = result;
  return {
    slug: community.slug,
    name: community.name,
    where: whereIs(db, community.id),
    number: consultation.number,
    sum: consultation.sumAvailable,
    ownShare: consultation.ownShare,
    sittings: sittingsOf(db, poll.id).map(({ place, day, channel, call, state }) => ({
      place,
      day,
      channel,
      call,
      state
    })),
    kind: poll.kind,
    reason: record.reason,
    objections: objectionsTo(db, poll.id),
    notes: publicNotes(event.locals.ctx, event.locals.runtime.settings.project, poll),
    options: poll.options.map(({ id, letter, title, language, cost, upkeepOwner, proposerGroup }) => ({
      id,
      letter,
      title,
      language,
      cost,
      upkeepOwner,
      proposerGroups: proposerGroup.split(',')
    })),
    leftOff: leftOffOf(db, poll.id),
    standIns: standIns(db, poll.id, community.id),
    rule: poll.rule,
    view,
    fingerprint: record.fingerprint,
    publishedAt: record.publishedAt,
    auditHead: record.auditHead
  };
};
