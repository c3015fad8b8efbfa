/** From 1, written one way: the same page has one address. */
export const match = (part: string): boolean => /^[1-9]\d{0,3}$/.test(part);
