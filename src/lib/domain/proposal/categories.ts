// Owns the kinds of project a community may propose. A new kind is one entry here, one symbol in the sprite and a message.

/** Each category names its pictogram in `static/sprite.svg`; the words are under `category.<code>`. */
export const categories = {
  water: { icon: 'drop' },
  health: { icon: 'health' },
  school: { icon: 'book' },
  market: { icon: 'stall' },
  farming: { icon: 'millet' },
  livestock: { icon: 'cow' },
  road: { icon: 'road' },
  energy: { icon: 'sun' },
  environment: { icon: 'tree' },
  'youth-and-sport': { icon: 'ball' },
  peace: { icon: 'hands' }
} as const;

export type Category = keyof typeof categories;
export const categoryCodes = Object.keys(categories) as Category[];
