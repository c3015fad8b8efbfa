// Owns what the form of a call must hold: who is present by colour and otherwise, and what the form was read against. And what the
// form that freezes a ballot holds of the community's own terms; their bounds are the domain's.
import { pipe, regex, string, transform } from 'valibot';
import { lastRungs } from '#lib/domain/vote/rules/rule.ts';
import { longestOffice } from '#lib/domain/vote/terms.ts';
import { oneOf, optionalText, requiredNumber } from '../form/fields.ts';

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

export const termsFields = {
  womenPercent: people,
  statusEnough: people,
  statusLeast: people,
  householdsPercent: people,
  mostAsked: people,
  lastRung: oneOf(lastRungs),
  office: optionalText(longestOffice)
};
