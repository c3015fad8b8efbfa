// Owns numbers and money on screen: written as in Malian French in every language, since `25,000` reads as twenty-five.

/** Groups of three parted by a narrow no-break space. */
export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');

/** @param francs whole F CFA. */
export const money = (francs: number): string => `${number(francs)}\u00a0F\u00a0CFA`;
