// Owns the four group tokens and the groups that they add up to. A colour is host or returned, woman or man.

/** Stored as one letter in a ballot's slot: host woman, host man, returned woman, returned man. */
export const colours = {
  HW: { letter: 'a', status: 'host', sex: 'woman' },
  HM: { letter: 'b', status: 'host', sex: 'man' },
  RW: { letter: 'c', status: 'returned', sex: 'woman' },
  RM: { letter: 'd', status: 'returned', sex: 'man' }
} as const;

export type Colour = keyof typeof colours;
export const colourCodes = Object.keys(colours) as Colour[];

/** The groups whose acceptance gates an option; each but `everybody` is a sum of colours. */
export const gateGroups = {
  everybody: ['HW', 'HM', 'RW', 'RM'],
  hosts: ['HW', 'HM'],
  returned: ['RW', 'RM'],
  women: ['HW', 'RW'],
  men: ['HM', 'RM']
} as const satisfies Record<string, readonly Colour[]>;

export type GateGroup = keyof typeof gateGroups;
export const gateGroupCodes = Object.keys(gateGroups) as GateGroup[];

export type ByColour<Value> = Readonly<Record<Colour, Value>>;

/** Sums one number per colour over a group. */
export const sumOver = (group: GateGroup, numbers: ByColour<number>): number =>
  gateGroups[group].reduce((sum, colour) => sum + numbers[colour], 0);
