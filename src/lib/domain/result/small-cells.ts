// Owns the smallest figures that may be told, before and after a close. It refuses the rest by answering less.

/** Below this many ballots nothing but the winner is told. */
export const leastBallotsToTell = 20;

/** Fewer people than this can be found out one by one. */
export const leastPeopleToTell = 5;

export const toldIfEnough = (people: number | null): number | null =>
  people !== null && people >= leastPeopleToTell ? people : null;

/** What anybody, staff included, may see while a poll is open: steps of ten, so that no two looks frame one voter. */
export const runningCount = (ballots: number): { fewerThan: number } | { atLeast: number } =>
  ballots < leastBallotsToTell ? { fewerThan: leastBallotsToTell } : { atLeast: ballots - (ballots % 10) };
