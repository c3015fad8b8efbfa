// Owns whether enough people of each group are present to vote. There is no override: the screen offers to reconvene.
import type { Refusal } from '#lib/domain/shared/result.ts';
import { sumOver, type ByColour } from '#lib/domain/vote/colours.ts';

/** Percents are whole numbers below 100. */
export type QuorumSettings = {
  readonly womenPercent: number;
  readonly statusEnough: number;
  readonly statusLeast: number;
  readonly householdsPercent: number;
  readonly mostAsked: number;
};

export const defaultQuorum: QuorumSettings = {
  womenPercent: 30,
  statusEnough: 10,
  statusLeast: 5,
  householdsPercent: 30,
  mostAsked: 150
};

const highestPercent = 99;
/** More would be a slip of the hand, and there is no override: nobody could ever vote. */
const mostPeople = 1000;

export type QuorumRefusal = 'quorum-percent' | 'quorum-people' | 'quorum-least-above-enough';

const isBetween = (number: number, least: number, most: number): boolean =>
  Number.isSafeInteger(number) && number >= least && number <= most;

/** The first thing that stands in the way, with its field. A group that lives there is never asked for fewer than one person. */
export function whyCannotUseQuorum(settings: QuorumSettings): Refusal<QuorumRefusal> | null {
  const percent = (['womenPercent', 'householdsPercent'] as const).find(
    (name) => !isBetween(settings[name], 0, highestPercent)
  );
  if (percent) return { code: 'quorum-percent', field: percent, detail: { most: highestPercent } };
  const people = (['statusEnough', 'statusLeast', 'mostAsked'] as const).find(
    (name) => !isBetween(settings[name], 1, mostPeople)
  );
  if (people) return { code: 'quorum-people', field: people, detail: { most: mostPeople } };
  const { statusEnough: enough, statusLeast } = settings;
  if (statusLeast <= enough) return null;
  return { code: 'quorum-least-above-enough', field: 'statusLeast', detail: { enough } };
}

/** What each number is called in messages, in the order of forms. */
export const quorumNumbers = {
  womenPercent: 'women-percent',
  statusEnough: 'status-enough',
  statusLeast: 'status-least',
  householdsPercent: 'households-percent',
  mostAsked: 'most-asked'
} as const satisfies Record<keyof QuorumSettings, string>;

export const quorumNumberNames = Object.keys(quorumNumbers) as (keyof QuorumSettings)[];

/** A second call halves what is asked of the total; a failed second call is no decision. */
export const calls = ['first', 'second'] as const;
export type Call = (typeof calls)[number];

/** Days after the first call within which the second one is held. */
export const daysToSecondCall = 7;

/** `null` stands for "unknown", which the consultation may say of its adults. */
export type QuorumQuestion = {
  readonly present: ByColour<number>;
  readonly adults: { readonly hosts: number | null; readonly returned: number | null };
  readonly households: number | null;
  readonly call: Call;
  readonly settings: QuorumSettings;
};

/** Met exactly when `present ≥ needed`, the people of the other groups staying as they are. `needed: 0` is no floor. */
export type QuorumCheck = {
  readonly group: 'everybody' | 'women' | 'hosts' | 'returned';
  readonly present: number;
  readonly needed: number;
  readonly met: boolean;
};

const ceilDivide = (a: number, b: number): number => (a - (a % b)) / b + (a % b > 0 ? 1 : 0);

/** Women w among w + m present: 100·w ≥ percent·(w + m), solved for w. Men have no floor. */
const womenNeeded = (men: number, percent: number): number => ceilDivide(percent * men, 100 - percent);

/**
 * Half the group's share of the adults or `statusEnough` people, and never fewer than `statusLeast` or all who live there.
 * Half a share: 2·x·adults ≥ own·(others + x), solved for x. A share needs both numbers; where one is unknown only the
 * least number is asked, because a guessed share would decide who may vote.
 */
function statusNeeded(
  own: number | null,
  other: number | null,
  othersPresent: number,
  settings: QuorumSettings
): number {
  if (own === 0) return 0;
  const least = own === null ? settings.statusLeast : Math.min(settings.statusLeast, own);
  if (own === null || other === null) return least;
  const share = ceilDivide(own * othersPresent, own + 2 * other);
  return Math.max(least, Math.min(share, settings.statusEnough));
}

/**
 * At least one person: an empty place never makes an assembly. Unknown households ask for the most that may be asked,
 * since a field left empty must not be a way round the quorum; counting the households takes a morning.
 */
function everybodyNeeded({ households, call, settings }: QuorumQuestion): number {
  const most = 100 * settings.mostAsked;
  const hundredfold = households === null ? most : Math.min(most, settings.householdsPercent * households);
  return Math.max(1, ceilDivide(hundredfold, call === 'first' ? 100 : 200));
}

export function judgeQuorum(question: QuorumQuestion): { met: boolean; checks: readonly QuorumCheck[] } {
  const { present, adults, settings } = question;
  const hosts = sumOver('hosts', present);
  const returned = sumOver('returned', present);
  const needed = {
    everybody: everybodyNeeded(question),
    women: womenNeeded(sumOver('men', present), settings.womenPercent),
    hosts: statusNeeded(adults.hosts, adults.returned, returned, settings),
    returned: statusNeeded(adults.returned, adults.hosts, hosts, settings)
  };
  const checks = (['everybody', 'women', 'hosts', 'returned'] as const).map((group) => {
    const there = sumOver(group, present);
    return { group, present: there, needed: needed[group], met: there >= needed[group] };
  });
  return { met: checks.every((check) => check.met), checks };
}
