import { redirect } from '@sveltejs/kit';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { minutesForm, notesTyped } from '#lib/server/vote/minutes-form.ts';
import { fullNotes, mayWriteNotes, readNotes, writeNotes } from '#lib/server/vote/minutes-notes.ts';
import { pollPhase } from '#lib/server/vote/poll-phase.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'enter-attendance', subject);
  return {
    slug: community.slug,
    name: community.name,
    phase: pollPhase(db, poll),
    open: mayWriteNotes(db, poll),
    ...readNotes(db, poll.id),
    printed: fullNotes(db, event.locals.runtime.settings.project, poll),
    byHand: poll.sittings.some(({ channel }) => channel !== 'cards'),
    saved: event.url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'enter-attendance', subject);
    const read = await readForm(event.request, minutesForm);
    if (!read.ok) return read.failure;
    const written = writeNotes(ctx, poll, notesTyped(read.value), read.value.read);
    if (!written.ok) return refusedForm(written.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}/minutes-notes?saved=1`);
  }
};
