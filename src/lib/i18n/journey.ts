// Owns wording the line of steps that a consultation goes along.
import { journey, type Stage } from '#lib/domain/community/consultation-stages.ts';
import { dateInWords } from './dates.ts';
import { translatorFor } from './translator.ts';

type Consultation = {
  readonly stage: Stage;
  readonly counts: {
    readonly total: number;
    readonly groups: { readonly women: number; readonly returned: number } | null;
  };
  /** Whether the community keeps place and day to itself. */
  readonly hidden: boolean;
};
type Step = { label: string; detail?: string; state: 'done' | 'now' | 'later' };

/** Where each stage stands on the line of `journey`; a stage between two points counts as the one it works towards. */
const pointOf: Readonly<Record<Stage, number>> = {
  proposing: 0,
  screening: 1,
  frozen: 2,
  voting: 3,
  'second-ballot': 3,
  ratification: 3,
  'no-decision': 3,
  decided: 4,
  'carrying-out': 5,
  completed: 6,
  cancelled: 6
};

export function journeySteps(
  lang: string,
  { stage, counts, hidden }: Consultation,
  sitting: { readonly day: string; readonly place: string } | null
): Step[] {
  const t = translatorFor(lang);
  const now = pointOf[stage];
  const toAsk = t(hidden ? 'discretion.ask-committee' : 'journey.vote-hint');
  const details: Readonly<Partial<Record<Stage, string>>> = {
    proposing: counts.groups
      ? t('journey.proposals', { count: counts.total, ...counts.groups })
      : t('desk.proposals', { count: counts.total }),
    voting: sitting ? `${dateInWords(lang, sitting.day)} · ${sitting.place}` : toAsk
  };
  return journey.map((point, at) => {
    const label = at === now && stage !== point ? t.code('stage', stage) : t.code('stage', point);
    const detail = details[point];
    const state = at < now || (stage === 'decided' && at === now) ? 'done' : at === now ? 'now' : 'later';
    return { label, state, ...(detail ? { detail } : {}) };
  });
}
