// Owns answering a published result as a file: JSON, CSV, and the record byte for byte as it was signed.
import { stringify } from 'csv-stringify/sync';
import type { PublishedResult } from '../vote/queries.ts';
import { resultDocument, resultRows } from './open-data.ts';

type Found = {
  readonly community: { readonly name: string; readonly slug: string };
  readonly consultation: { readonly number: number };
  readonly result: PublishedResult;
};

export const answerJson = ({ community, consultation, result }: Found): Response =>
  Response.json(resultDocument(community, consultation.number, result));

export function answerCsv({ result }: Pick<Found, 'result'>): Response {
  const cast = { boolean: (value: boolean) => String(value) };
  // A text that begins like a formula is one to a spreadsheet: `escape_formulas` puts an apostrophe before it.
  const text = stringify([...resultRows(result)], { header: true, cast, escape_formulas: true });
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}

/** What was signed is not changed when its poll is void later: the name that the file is saved under says so. */
export function answerRecord({ community, result, signed }: Found & { readonly signed: string }): Response {
  const name = [community.slug, result.record?.fingerprint, ...(result.voided ? ['void'] : [])].join('-');
  return new Response(signed, {
    headers: { 'content-type': 'application/json', 'content-disposition': `attachment; filename="${name}.json"` }
  });
}
