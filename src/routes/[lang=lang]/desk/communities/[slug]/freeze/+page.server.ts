import { redirect } from '@sveltejs/kit';
import { isoDate, object, pipe, string, trim } from 'valibot';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { confirmBySecondPerson } from '#lib/server/auth/second-person.ts';
import { requiredText, secondPerson } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { consultationAt } from '#lib/server/find.ts';
import { freezeCandidates } from '#lib/server/vote/freeze-candidates.ts';
import { defaultTerms, freezeOptions } from '#lib/server/vote/freeze-options.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = event.locals.ctx;
  const { community, consultation, subject } = consultationAt(db, event.params.slug);
  requireStaff(event, 'freeze', subject);
  const candidates = freezeCandidates(db, consultation.id).filter(({ screening }) => screening.feasible);
  return {
    slug: community.slug,
    name: community.name,
    rule: defaultTerms.rule,
    frozen: consultation.stage !== 'screening',
    candidates: candidates.map(({ id, title, language, category, proposerGroups, screening }) => ({
      id,
      title,
      language,
      category,
      proposerGroups,
      cost: screening.cost
    }))
  };
};

const schema = object({
  chosen: string(),
  place: requiredText(120),
  day: pipe(string(), trim(), isoDate('date-invalid')),
  ...secondPerson
});

export const actions: Actions = {
  default: async (event) => {
    const { community, consultation, subject } = consultationAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'freeze', subject);
    const read = await readForm(event.request, schema);
    if (!read.ok) return read.failure;
    const { chosen, place, day } = read.value;
    const key = event.locals.runtime.settings.keyFor('phone-number');
    const second = await confirmBySecondPerson(ctx, key, read.value, 'freeze', [subject]);
    if (!second.ok) return refusedForm(second.refusal, read.typed, 400);
    const reasons = Object.fromEntries(
      Object.entries(read.typed).flatMap(([name, text]) => (name.startsWith('reason-') ? [[name.slice(7), text]] : []))
    );
    const ids = chosen.split(',').filter(Boolean) as ProposalId[];
    const frozen = freezeOptions(ctx, second.value, consultation, { chosen: ids, reasons, place, day });
    if (!frozen.ok) return refusedForm(frozen.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}`);
  }
};
