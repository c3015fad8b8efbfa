// Owns asking for rows of a list of ids. However many there are, they are one value of the query: it may not name thousands.
import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

export const isAmong = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
