// Owns what the fields of an assembly's minutes are called.
import { commitments } from '#lib/domain/vote/minutes-notes.ts';
import type { Translate } from './translator.ts';

export const minutesLabels = (t: Translate): Record<string, string> => ({
  languages: t('minutes-notes.languages'),
  interpreter: t('minutes-notes.interpreter'),
  called: t('minutes-notes.called'),
  calledOn: t('minutes-notes.called-on'),
  readAloud: t('minutes-notes.read-aloud'),
  prevention: t('minutes-notes.prevention'),
  authorities: t('minutes-notes.authorities'),
  assisted: t('minutes-notes.assisted'),
  helpers: t('minutes-notes.helpers'),
  closedAt: t('minutes-notes.closing-hour'),
  nextDay: t('minutes-notes.next-day'),
  nextPlace: t('minutes-notes.next-place'),
  language: t('minutes-notes.language'),
  ...Object.fromEntries(
    commitments.flatMap((what) => {
      const label = t.code('minutes-notes', what);
      return [
        [what, label],
        [`${what}Day`, t('minutes-notes.due', { what: label })]
      ];
    })
  )
});
