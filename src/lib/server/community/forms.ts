// Owns what the form of a community's settings must hold: whether it is discreet, a day or none, and what the form was read against.
import * as v from 'valibot';
import { parseDay } from '#lib/domain/event/day.ts';
import { oneOf } from '../form/fields.ts';

const optionalDay = v.pipe(
  v.string(),
  v.trim(),
  v.check((typed) => typed === '' || parseDay(typed) !== null, 'day-invalid'),
  v.transform(parseDay)
);

export const discretionForm = v.object({
  discreet: oneOf(['yes', 'no']),
  hiddenUntil: optionalDay,
  read: v.pipe(v.string(), v.regex(/^\d+$/, 'community-changed-meanwhile'), v.transform(Number))
});
