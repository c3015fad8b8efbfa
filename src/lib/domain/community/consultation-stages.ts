// Owns the journey of one consultation: which stage may follow which. Nothing that closed is edited; it is superseded.

/** Each stage with those that may follow it; `cancelled` may follow any that is not over. */
const successors = {
  proposing: ['screening', 'cancelled'],
  screening: ['frozen', 'cancelled'],
  frozen: ['voting', 'no-decision', 'cancelled'],
  voting: ['second-ballot', 'ratification', 'decided', 'no-decision', 'cancelled'],
  'second-ballot': ['ratification', 'decided', 'no-decision', 'cancelled'],
  ratification: ['decided', 'no-decision', 'cancelled'],
  'no-decision': ['screening', 'cancelled'],
  decided: ['carrying-out', 'frozen', 'cancelled'],
  'carrying-out': ['completed', 'cancelled'],
  completed: [],
  cancelled: []
} as const;

export type Stage = keyof typeof successors;

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
