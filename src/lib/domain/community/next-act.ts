// Owns the one thing that a consultation waits for from those who work for it. It tells nothing where only people's time helps.
import type { Stage } from './consultation-stages.ts';
import { isOver } from './consultation-stages.ts';

export type Waiting = {
  /** Null where there never was a consultation. */
  readonly stage: Stage | null;
  /** Proposals, those of them that nobody has examined, and those that are feasible. */
  readonly proposals: number;
  readonly unexamined: number;
  readonly feasible: number;
  /** How far the newest ballot is; `called` where its published result asks for another one. Null where there is none. */
  readonly ballot: 'to-open' | 'open' | 'counted' | 'called' | 'missed' | null;
};

/** The most urgent first: people wait outside while a vote is open, and hear nothing while a count is not published. */
export const nextActs = [
  'publish-result',
  'close-poll',
  'call-again',
  'call-ballot',
  'open-poll',
  'freeze',
  'screen',
  'start-screening',
  'open-consultation'
] as const;
export type NextAct = (typeof nextActs)[number];

/** Of the ballot that stands, whichever it is. */
const ofBallot = {
  'to-open': 'open-poll',
  open: 'close-poll',
  counted: 'publish-result',
  called: 'call-ballot',
  missed: 'call-again'
} as const satisfies Record<NonNullable<Waiting['ballot']>, NextAct>;

export function nextAct({ stage, proposals, unexamined, feasible, ballot }: Waiting): NextAct | null {
  if (stage === null || isOver(stage)) return 'open-consultation';
  switch (stage) {
    case 'proposing':
      if (unexamined > 0) return 'screen';
      return proposals > 0 ? 'start-screening' : null;
    case 'screening':
      if (unexamined > 0) return 'screen';
      return feasible > 0 ? 'freeze' : null;
    case 'frozen':
    case 'voting':
    case 'second-ballot':
    case 'ratification':
      return ballot && ofBallot[ballot];
    default:
      return null;
  }
}
