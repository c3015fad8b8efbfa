// Owns what minutes say of an assembly beside its figures: typed lists, the length of each text, and what of it may be told in
// public. It knows no names of people: those stay on paper.
import type { Day } from '#lib/domain/event/day.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';

export const waysToCall = ['crier', 'mosque', 'radio', 'other'] as const;
export const preventions = ['finger', 'seated'] as const;
export const helperRoles = ['relative', 'committee-member', 'other'] as const;
export const commitments = ['land', 'labour', 'upkeep', 'site'] as const;

export type Commitment = (typeof commitments)[number];
type Promised = { readonly text: string; readonly day: Day | null };

/** An empty text, an empty list and null say that nobody wrote it down: minutes leave a line for the hand. */
export type MinutesNotes = {
  /** In which the texts are written. */
  readonly language: ContentLanguage;
  /** Spoken at the assembly. */
  readonly languages: readonly ContentLanguage[];
  readonly interpreter: boolean | null;
  readonly called: readonly (typeof waysToCall)[number][];
  readonly calledOn: Day | null;
  /** The rule, before the vote. */
  readonly readAloud: boolean | null;
  /** How nobody came twice. */
  readonly prevention: (typeof preventions)[number] | null;
  readonly authorities: string;
  readonly assisted: number | null;
  readonly helpers: readonly (typeof helperRoles)[number][];
  readonly commitments: Readonly<Record<Commitment, Promised>>;
  readonly nextDay: Day | null;
  readonly nextPlace: string;
  /** `16:30`, of sittings that no program closes. */
  readonly closedAt: string | null;
};

/** Characters of each text: with all of them the minutes still fit on one page. */
export const longestNote = { authorities: 120, commitment: 90, place: 60 } as const;

const nothing: Promised = { text: '', day: null };

export const noNotes: MinutesNotes = {
  language: 'fr',
  languages: [],
  interpreter: null,
  called: [],
  calledOn: null,
  readAloud: null,
  prevention: null,
  authorities: '',
  assisted: null,
  helpers: [],
  commitments: { land: nothing, labour: nothing, upkeep: nothing, site: nothing },
  nextDay: null,
  nextPlace: '',
  closedAt: null
};

/**
 * What everybody may read. Who was helped is told nobody: they are few, and known. What is still to come tells where people meet.
 * @param isHidden whether what happens on that day is kept from the public; null for a day that nobody wrote down.
 */
export function toldNotes(notes: MinutesNotes, isHidden: (day: Day | null) => boolean): MinutesNotes {
  const told = (promised: Promised): Promised => (isHidden(promised.day) ? nothing : promised);
  const { land, labour, upkeep, site } = notes.commitments;
  const meets = !isHidden(notes.nextDay);
  return {
    ...notes,
    authorities: '',
    assisted: null,
    helpers: [],
    commitments: { land: told(land), labour: told(labour), upkeep: told(upkeep), site: told(site) },
    nextDay: meets ? notes.nextDay : null,
    nextPlace: meets ? notes.nextPlace : ''
  };
}
