// Owns which file of a pack is the picture of a project, and which one the voice that says a sentence or names a project.
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { SpokenLabel } from '#lib/domain/spoken/labels.ts';
import { firstOptionId } from '#lib/domain/vote/later-options.ts';

type Files = Pick<Pack, 'files'>;
type File = Pack['files'][number];

/** What an ear speaks: a sentence of the screens, or the name of a project. */
export type Voice = { readonly says: SpokenLabel } | { readonly of: OptionId };

const found = ({ files }: Files, is: (file: File) => boolean): string | null => files.find(is)?.address ?? null;

/** A later ballot shows the same project. null where there is none: then the screen shows none. */
export const pictureIn = (pack: Files, id: OptionId): string | null =>
  found(pack, ({ of, language }) => of === firstOptionId(id) && language === null);

/** null where nobody recorded it in this language: no machine speaks in their place. */
export const voiceIn = (pack: Files, lang: string, voice: Voice): string | null =>
  found(
    pack,
    ({ of, says, language }) =>
      language === lang && ('says' in voice ? says === voice.says : of === firstOptionId(voice.of))
  );
