import { object, string } from 'valibot';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { whyCannotUseTerms } from '#lib/domain/vote/terms.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import { defaultRule, ruleIds } from '#lib/domain/vote/rules/index.ts';
import { oneOf, optionalText, requiredText, signatures } from '#lib/server/form/fields.ts';
import { termsFields } from '#lib/server/vote/forms.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { consultationAt } from '#lib/server/find.ts';
import { freezeCandidates, versionOf } from '#lib/server/vote/freeze-candidates.ts';
import { readSittings } from '#lib/server/vote/planned-sittings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = event.locals.ctx;
  const { community, consultation, subject } = consultationAt(db, event.params.slug);
  requireStaff(event, 'freeze', subject);
  const rows = freezeCandidates(db, consultation.id);
  const candidates = rows.filter(({ screening }) => screening.feasible);
  return {
    slug: community.slug,
    name: community.name,
    rule: defaultRule,
    frozen: consultation.stage !== 'screening',
    read: versionOf(rows),
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
  rule: oneOf(ruleIds),
  ...termsFields,
  spare: optionalText(3),
  read: requiredText(64),
  ...signatures
});

export const actions: Actions = {
  default: async (event) => {
    const { community, consultation, subject } = consultationAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'freeze', subject);
    const read = await readForm(event.request, schema);
    if (!read.ok) return read.failure;
    const planned = readSittings(read.typed, translatorFor(event.locals.lang)('sitting.women'));
    if (!planned.ok) return refusedForm(planned.refusal, read.typed, 400);
    const { chosen, rule, spare, read: shown, lastRung, office, ...typed } = read.value;
    const { womenPercent, statusEnough, statusLeast, householdsPercent, mostAsked } = typed;
    const quorum = { womenPercent, statusEnough, statusLeast, householdsPercent, mostAsked };
    const reasons = Object.fromEntries(
      Object.entries(read.typed).flatMap(([name, text]) => (name.startsWith('reason-') ? [[name.slice(7), text]] : []))
    );
    const ids = chosen.split(',').filter(Boolean) as ProposalId[];
    const agreed = { quorum, lastRung, office };
    const unusable = whyCannotUseTerms(agreed);
    if (unusable) return refusedForm(unusable, read.typed, 400);
    const voting = { sittings: planned.value, rule, agreed, spareCards: spare === 'yes' };
    const input = { chosen: ids, reasons, ...voting, read: shown };
    const payload = { community: community.id, consultation: consultation.id, input };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'freeze', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}`);
  }
};
