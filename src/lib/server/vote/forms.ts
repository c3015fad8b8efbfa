// Owns what the forms of a vote must hold: who is present and what that was read against, the community's own terms, and how people
// settled a tie. The bounds of terms are the domain's.
import { pipe, regex, string, transform } from 'valibot';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { lastRungs } from '#lib/domain/vote/rules/rule.ts';
import { longestOffice } from '#lib/domain/vote/terms.ts';
import { oneOf, optionalText, requiredNumber } from '../form/fields.ts';
import type { Settlement } from './settle-tie.ts';

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

export const settlementFields = { option: optionalText(20), note: optionalText(500), witnesses: optionalText(3) };

/** What the two people say of a lot or a casting vote. */
export const settlementOf = (typed: Readonly<Record<keyof typeof settlementFields, string>>): Settlement => ({
  option: typed.option as OptionId,
  note: typed.note,
  witnesses: typed.witnesses === 'yes'
});
