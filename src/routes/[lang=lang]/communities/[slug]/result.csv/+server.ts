import { stringify } from 'csv-stringify/sync';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { resultAt } from '#lib/server/find.ts';
import { resultRows } from '#lib/server/result/open-data.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { result } = resultAt(event.locals, event.params.slug);
  const cast = { boolean: (value: boolean) => String(value) };
  // A text that begins like a formula is one to a spreadsheet: `escape_formulas` puts an apostrophe before it.
  const text = stringify([...resultRows(result)], { header: true, cast, escape_formulas: true });
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
