// Owns what the lines and fields of a hand count are called.
import type { Channel } from '#lib/domain/vote/channels.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { fieldName, type CountLine } from '#lib/domain/vote/hand-count.ts';
import type { Translate } from './translator.ts';

export type AboutCount = {
  readonly channel: Channel;
  readonly options: readonly { readonly letter: string; readonly title: string; readonly language: string }[];
};

/** Whoever raises a hand has no paper: there, those who voted are people. */
export function lineInWords(t: Translate, { figure, option }: CountLine, { channel, options }: AboutCount): string {
  if (figure === 'cast' && channel === 'hands') return t('count.cast-hands');
  return t.code('count', figure, { letter: option === null ? '' : (options[option]?.letter ?? '') });
}

/** By field name: the line and the colour. */
export const countLabels = (t: Translate, lines: readonly CountLine[], about: AboutCount): Record<string, string> =>
  Object.fromEntries(
    lines.flatMap((line) =>
      colourCodes.map((colour) => [
        fieldName(line, colour),
        `${lineInWords(t, line, about)}, ${t.code('token', colour)}`
      ])
    )
  );
