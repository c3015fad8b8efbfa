// Owns which file of a pack is the picture of a project and which one the voice that says something, by the end of their addresses.
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { firstOptionId } from '#lib/domain/vote/later-options.ts';

type Files = Pick<Pack, 'files'>;

const endingIn = ({ files }: Files, end: string): string | null =>
  files.find(({ address }) => address.endsWith(end))?.address ?? null;

/** null where there is none: then the screen shows none. */
export const pictureIn = (pack: Files, id: OptionId): string | null => endingIn(pack, `/${firstOptionId(id)}.webp`);

/** null where nobody recorded it in this language: no machine speaks in their place. */
export const voiceIn = (pack: Files, lang: string, voice: string): string | null =>
  endingIn(pack, `/${lang}/${voice}.ogg`);

/** A later ballot shows the same project, and the same voice names it. */
export const voiceOfOption = (id: OptionId): string => `option-${firstOptionId(id)}`;
