// Owns how minutes say what people wrote beside the figures: one line for each matter, without a text where nobody wrote any.
import { contentLanguages } from '#lib/domain/shared/languages.ts';
import { commitments, type MinutesNotes } from '#lib/domain/vote/minutes-notes.ts';
import { dateInWords, hourInWords } from './dates.ts';
import type { Translate } from './translator.ts';

/** Their texts stand in the language of the page, but for what somebody wrote: that has its own. */
export type NoteLine = {
  readonly about: string;
  readonly label: string;
  readonly text: string;
  readonly written?: string;
};

type Told = MinutesNotes & { readonly project: string; readonly hours: readonly string[] };

/** Matters that are kept from the public: nobody's page but the desk's names them. */
const ofTheDesk = ['authorities', 'assisted'];

const joined = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ');

/** @param reader whose page it is: for the public some matters do not exist. */
export function notesInWords(t: Translate, lang: string, notes: Told, reader: 'public' | 'desk'): readonly NoteLine[] {
  const label = (about: string) => t.code('minutes-notes', about);
  const on = (day: string | null): string | null => day && dateInWords(lang, day);
  const answer = (yes: boolean | null): string | null => (yes === null ? null : t(yes ? 'common.yes' : 'common.no'));
  const line = (about: string, ...parts: readonly (string | null)[]): NoteLine => ({
    about,
    label: label(about),
    text: joined(parts)
  });
  const interpreter =
    notes.interpreter === null
      ? null
      : `${t('common.label', { label: label('interpreter') })} ${answer(notes.interpreter)}`;
  const all: readonly NoteLine[] = [
    line('languages', notes.languages.map((code) => contentLanguages[code]).join(', '), interpreter),
    line('called', notes.called.map((way) => t.code('call-way', way)).join(', '), on(notes.calledOn)),
    line('read-aloud', answer(notes.readAloud)),
    line('prevention', notes.prevention && t.code('prevention', notes.prevention)),
    { ...line('authorities'), written: notes.authorities },
    line(
      'assisted',
      notes.assisted === null ? null : String(notes.assisted),
      notes.helpers.map((role) => t.code('helper-role', role)).join(', ')
    ),
    ...commitments.map((what) => {
      const { text, day } = notes.commitments[what];
      return { ...line(what, on(day)), written: text };
    }),
    { ...line('next-meeting', on(notes.nextDay)), written: notes.nextPlace },
    line('closing-hour', notes.hours.map((hour) => hourInWords(lang, `1970-01-01T${hour}:00Z`)).join(', '))
  ];
  return reader === 'desk' ? all : all.filter(({ about }) => !ofTheDesk.includes(about));
}
