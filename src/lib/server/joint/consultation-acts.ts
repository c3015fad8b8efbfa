// Owns the acts of two people on a whole consultation: freezing its ballot, calling it off. It refuses one that is no longer the newest.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { communitySubject, newestConsultation, readCommunity, type Consultation } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { rehearse } from '../db/rehearse.ts';
import { cancelConsultation, whyCannotCancel } from '../vote/cancel-consultation.ts';
import { freezeCandidates } from '../vote/freeze-candidates.ts';
import { freezeOptions } from '../vote/freeze-options.ts';
import type { Fact, Payloads, Performer, Told } from './performer.ts';
import { whenAndWhere } from './told-sitting.ts';
import { changedTerms } from './told-terms.ts';

type ConsultationAct = 'freeze' | 'cancel-consultation';

function consultationOf(
  db: Portal,
  { community, consultation: id }: Payloads[ConsultationAct]
): Result<Consultation, 'stage-moved-on'> {
  const consultation = newestConsultation(db, community);
  return consultation?.id === id ? ok(consultation) : refuse('stage-moved-on');
}

const subjects = (db: Portal, { community }: Payloads[ConsultationAct]) => [communitySubject(db, community)];

function tell(db: Portal, { community }: Payloads[ConsultationAct], facts: readonly Fact[]): Told {
  const { name = '', slug = '' } = readCommunity(db, community) ?? {};
  return { name, back: `communities/${slug}`, facts };
}

export const freezing: Performer<Payloads['freeze']> = {
  subjects,
  rehearse: (ctx, _, payload) => {
    const found = consultationOf(ctx.db, payload);
    if (!found.ok) return found;
    return rehearse(ctx.db, () => freezeOptions(ctx, ctx.actor.account, found.value, payload.input));
  },
  perform: (ctx, _, payload, secondBy) => {
    const found = consultationOf(ctx.db, payload);
    if (!found.ok) return found;
    const frozen = freezeOptions(ctx, secondBy, found.value, payload.input);
    return frozen.ok ? ok(null) : frozen;
  },
  tell: (db, payload) => {
    const { chosen, reasons, sittings, rule, agreed } = payload.input;
    const rows = freezeCandidates(db, payload.consultation);
    const titleOf = (id: string) => rows.find((row) => row.id === id)?.title ?? id;
    const left = Object.entries(reasons).filter(([id, reason]) => reason.trim() && !chosen.some((one) => one === id));
    return tell(db, payload, [
      ...chosen.map((id) => ({ what: 'freeze.choose', text: titleOf(id) }) as const),
      ...left.map(([id, reason]) => ({ what: 'minutes.left-off', text: `${titleOf(id)} — ${reason}` }) as const),
      ...(rule ? [{ what: 'minutes.rule', text: { key: `rule.${rule}.name` } } as const] : []),
      ...(agreed ? changedTerms(agreed) : []),
      ...sittings.flatMap(whenAndWhere)
    ]);
  }
};

export const cancelling: Performer<Payloads['cancel-consultation']> = {
  subjects,
  rehearse: ({ db }, _, payload) => {
    const found = consultationOf(db, payload);
    return found.ok ? whyCannotCancel(found.value, payload.reason) : found;
  },
  perform: (ctx, { box }, payload, secondBy) => {
    const found = consultationOf(ctx.db, payload);
    if (!found.ok) return found;
    return cancelConsultation(ctx, box, found.value, { reason: payload.reason, secondBy });
  },
  tell: (db, payload) => tell(db, payload, [{ what: 'proposal.reason', text: payload.reason }])
};
