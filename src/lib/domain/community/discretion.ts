// Owns until which day a discreet community's votes and events are kept from the public. It refuses to tell before they are over.
import { addDays, type Day } from '#lib/domain/event/day.ts';
import type { Stage } from './consultation-stages.ts';

/** `hiddenUntil` is the first day on which they may be told, where the day after is too early; null for the day after. */
export type Discretion = { readonly discreet: boolean; readonly hiddenUntil: Day | null };

/** A day that was set prolongs the silence and never shortens it: one set for the last vote must not tell of the next. */
export function toldFrom({ hiddenUntil }: Discretion, lastDay: Day): Day {
  const dayAfter = addDays(lastDay, 1);
  return hiddenUntil !== null && hiddenUntil > dayAfter ? hiddenUntil : dayAfter;
}

/** @param lastDay of the vote or event; null while nobody knows which that will be. */
export const isHidden = (discretion: Discretion, lastDay: Day | null, today: Day): boolean =>
  discretion.discreet && (lastDay === null || today < toldFrom(discretion, lastDay));

/** The day it was called for, or that of the count where people voted later. */
export const lastDayOfVote = ({ day, countedOn }: { readonly day: Day; readonly countedOn: Day | null }): Day =>
  countedOn !== null && countedOn > day ? countedOn : day;

const beforeVote = ['proposing', 'screening', 'frozen', 'voting', 'second-ballot', 'ratification'] as const;

/**
 * Whether a consultation's vote is hidden, with all that leads to it: before its day is known too, and again when another
 * ballot is to come. @param last the newest poll, null where there is none.
 */
export function isVoteHidden(
  discretion: Discretion,
  stage: Stage,
  last: Parameters<typeof lastDayOfVote>[0] | null,
  today: Day
): boolean {
  if ((beforeVote as readonly Stage[]).includes(stage)) return isHidden(discretion, null, today);
  return last !== null && isHidden(discretion, lastDayOfVote(last), today);
}

/** "They vote now" is a day as well. */
export const toldStage = ({ discreet }: Pick<Discretion, 'discreet'>, stage: Stage): Stage =>
  discreet && stage === 'voting' ? 'frozen' : stage;
