// Owns the journey of one consultation: which stage may follow which. Nothing that closed is edited; it is superseded.

/**
 * Each stage with those that may follow it; `cancelled` may follow any that is not over. A vote declared void leads back to
 * where its own ballot waited: a first one to `frozen`.
 */
const successors = {
  proposing: ['screening', 'cancelled'],
  screening: ['frozen', 'cancelled'],
  frozen: ['voting', 'no-decision', 'cancelled'],
  voting: ['frozen', 'second-ballot', 'ratification', 'decided', 'no-decision', 'cancelled'],
  'second-ballot': ['frozen', 'ratification', 'decided', 'no-decision', 'cancelled'],
  ratification: ['frozen', 'decided', 'no-decision', 'cancelled'],
  'no-decision': ['screening', 'frozen', 'second-ballot', 'ratification', 'cancelled'],
  decided: ['carrying-out', 'frozen', 'second-ballot', 'ratification', 'cancelled'],
  'carrying-out': ['completed', 'cancelled'],
  completed: [],
  cancelled: []
} as const;

export type Stage = keyof typeof successors;
export const stages = Object.keys(successors) as readonly Stage[];

export const mayFollow = (from: Stage, to: Stage): boolean => (successors[from] as readonly Stage[]).includes(to);

/** A community has one consultation at a time that is not over. */
export const isOver = (stage: Stage): boolean => successors[stage].length === 0;

/** The five points of the line that visitors see. */
export const journey = [
  'proposing',
  'screening',
  'frozen',
  'voting',
  'decided',
  'completed'
] as const satisfies Stage[];
