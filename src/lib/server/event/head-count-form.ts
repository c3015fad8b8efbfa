// Owns what the form of a head count must hold: a range for each of the four groups, or figures, which win; or that it did not
// take place, which asks for neither.
import * as v from 'valibot';
import {
  headRangeCodes,
  mostHeads,
  readHeadCount,
  type Estimate,
  type HeadCount
} from '#lib/domain/event/head-count.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import { optionalNumber, optionalOneOf, versionRead } from '../form/fields.ts';

const range = optionalOneOf(headRangeCodes);
const figure = optionalNumber(mostHeads);

/** `read`: number of the last count that the form was filled in against, 0 for none. */
export const headCountForm = v.object({
  HW: range,
  HM: range,
  RW: range,
  RM: range,
  'counted-HW': figure,
  'counted-HM': figure,
  'counted-RW': figure,
  'counted-RM': figure,
  held: optionalOneOf(['no']),
  read: versionRead('head-count-meanwhile')
});

/** Null where it did not take place. */
export function readHeads(form: v.InferOutput<typeof headCountForm>): Result<HeadCount | null, 'choice-required'> {
  if (form.held === 'no') return ok(null);
  const said = (colour: Colour): Estimate => ({ range: form[colour], counted: form[`counted-${colour}`] });
  return readHeadCount(Object.fromEntries(colourCodes.map((colour) => [colour, said(colour)])) as ByColour<Estimate>);
}
