// Owns what the form of a call must hold: who is present by colour and otherwise, and what the form was read against.
import { pipe, regex, string, transform } from 'valibot';
import { requiredNumber } from '../form/fields.ts';

const people = requiredNumber(100_000);

export const attendanceFields = {
  HW: people,
  HM: people,
  RW: people,
  RM: people,
  youth: people,
  disability: people,
  disputes: people,
  read: pipe(string(), regex(/^\d+$/, 'call-recorded-meanwhile'), transform(Number))
};
