// Owns what is kept: pictures and voices, under which ending and type. Nothing else is ever served from what people sent.
import type { MediumId } from '#lib/domain/shared/ids.ts';

export type MediumKind = 'picture' | 'voice';

/** By ending; the type is what browsers are told, whatever the sender claimed. */
export const mediumTypes = {
  webp: { kind: 'picture', type: 'image/webp' },
  ogg: { kind: 'voice', type: 'audio/ogg' },
  webm: { kind: 'voice', type: 'audio/webm' },
  mp3: { kind: 'voice', type: 'audio/mpeg' },
  m4a: { kind: 'voice', type: 'audio/mp4' },
  wav: { kind: 'voice', type: 'audio/wav' }
} as const satisfies Record<string, { kind: MediumKind; type: string }>;

export type MediumEnding = keyof typeof mediumTypes;
export type VoiceEnding = Exclude<MediumEnding, 'webp'>;

/** A file of a medium: the whole one, or the small one of a picture. */
export type MediumFile = { readonly id: MediumId; readonly ending: MediumEnding; readonly small: boolean };

/** Of a file, and the last part of its address. */
export const mediumName = ({ id, ending, small }: MediumFile): string => `${id}${small ? '-small' : ''}.${ending}`;

const isEnding = (ending: string): ending is MediumEnding => Object.hasOwn(mediumTypes, ending);

/** Null for whatever is not exactly such a name: neither folders nor other files can be asked for. */
export function readMediumName(name: string): MediumFile | null {
  const [, id, small, ending = ''] = /^([0-9a-hjkmnp-tv-z]{12})(-small)?\.([a-z0-9]{3,4})$/.exec(name) ?? [];
  if (!id || !isEnding(ending) || (small && mediumTypes[ending].kind !== 'picture')) return null;
  return { id: id as MediumId, ending, small: small !== undefined };
}
