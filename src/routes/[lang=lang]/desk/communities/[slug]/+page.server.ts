import { redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/account/permissions.ts';
import { isOver } from '#lib/domain/community/consultation-stages.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { newestConsultation, whereIs } from '#lib/server/community/queries.ts';
import { startScreening } from '#lib/server/community/open-consultation.ts';
import { deskLists } from '#lib/server/event/desk-lists.ts';
import { refusedForm } from '#lib/server/form/read-form.ts';
import { communityAt, consultationAt } from '#lib/server/find.ts';
import { queueOf } from '#lib/server/proposal/queries.ts';
import { cardsPrinted, cardSittings } from '#lib/server/vote/card-sittings.ts';
import { newestPoll } from '#lib/server/vote/queries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, 'see-community-desk', subject);
  const { db, now, actor } = ctx;
  const consultation = newestConsultation(db, community.id);
  const poll = consultation && newestPoll(db, consultation.id);
  const sittings = poll ? cardSittings(db, poll) : [];
  const queue = consultation ? queueOf(db, consultation.id) : [];
  return {
    slug: community.slug,
    name: community.name,
    where: whereIs(db, community.id).toReversed().join(', '),
    discreet: community.discreet,
    consultation,
    events: deskLists(ctx, community.id),
    now,
    waiting: queue.filter(({ state }) => state === 'waiting').length,
    proposals: queue.length,
    byCard: sittings.length > 0,
    byPhone: poll?.sittings.some(({ channel }) => channel === 'phone') ?? false,
    cards: sittings.flatMap(({ id }) => Object.values(cardsPrinted(db, id))).reduce((sum, count) => sum + count, 0),
    onBallot: poll !== null,
    mayOpen: can(actor, 'open-consultation', subject) && (!consultation || isOver(consultation.stage)),
    mayCancel: can(actor, 'cancel-consultation', subject) && consultation !== null && !isOver(consultation.stage),
    mayChange: can(actor, 'change-community', subject),
    mayWork: can(actor, 'screen', subject),
    mayAnnounce: can(actor, 'announce-event', subject),
    mayPrint: can(actor, 'print-cards', subject)
  };
};

export const actions: Actions = {
  'start-screening': (event) => {
    const { community, consultation, subject } = consultationAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'screen', subject);
    const started = startScreening(ctx, consultation.id);
    if (!started.ok) return refusedForm(started.refusal, {});
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}`);
  }
};
