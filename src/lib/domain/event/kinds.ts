// Owns the kinds of cohesion event. A new kind is one entry here, one symbol in the sprite and a message.

/** Each kind names its pictogram in `static/sprite.svg`; the words are under `event-kind.<code>`. */
export const eventKinds = {
  match: { icon: 'ball' },
  drama: { icon: 'mask' },
  'radio-spot': { icon: 'radio' },
  awareness: { icon: 'horn' },
  meeting: { icon: 'people' },
  training: { icon: 'board' },
  celebration: { icon: 'drum' }
} as const;

export type EventKind = keyof typeof eventKinds;
export const eventKindCodes = Object.keys(eventKinds) as EventKind[];
