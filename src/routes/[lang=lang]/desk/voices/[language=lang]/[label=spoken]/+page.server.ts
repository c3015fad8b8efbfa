import { redirect, type RequestEvent } from '@sveltejs/kit';
import { spokenLabelCodes, type SpokenLabel } from '#lib/domain/spoken/labels.ts';
import { nextGap } from '#lib/domain/spoken/progress.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { recordingForm } from '#lib/server/spoken/forms.ts';
import { keepRecording, removeRecording } from '#lib/server/spoken/keep-recording.ts';
import { recordingsIn } from '#lib/server/spoken/queries.ts';
import { shownSentence } from '#lib/server/spoken/studio.ts';
import type { Actions, PageServerLoad } from './$types';

function enterStudio(event: Pick<RequestEvent<{ language: string; label: SpokenLabel }>, 'locals' | 'params' | 'url'>) {
  const ctx = requireStaff(event, 'record-voices');
  const { language, label } = event.params;
  return { ctx, sentence: { language, label }, studio: `/${event.locals.lang}/desk/voices` };
}

export const load: PageServerLoad = (event) => {
  const { ctx, sentence } = enterStudio(event);
  const at = spokenLabelCodes.indexOf(sentence.label);
  return {
    ...shownSentence(recordingsIn(ctx.db, sentence.language), sentence.label),
    language: sentence.language,
    previous: spokenLabelCodes[at - 1] ?? null,
    next: spokenLabelCodes[at + 1] ?? null
  };
};

export const actions: Actions = {
  /** Then on to the next sentence that nobody said yet; to the list where there is none. */
  keep: async (event) => {
    const { ctx, sentence, studio } = enterStudio(event);
    const read = await readForm(event.request, recordingForm);
    if (!read.ok) return read.failure;
    const done = await keepRecording(ctx, event.locals.runtime.settings, sentence, read.value);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    const { language, label } = sentence;
    const gap = nextGap(recordingsIn(ctx.db, language), label);
    redirect(303, gap ? `${studio}/${language}/${gap}` : `${studio}?language=${language}`);
  },

  'remove-voice': async (event) => {
    const { ctx, sentence } = enterStudio(event);
    const done = await removeRecording(ctx, event.locals.runtime.settings, sentence);
    if (!done.ok) return refusedForm(done.refusal, {});
    redirect(303, event.url.pathname);
  }
};
