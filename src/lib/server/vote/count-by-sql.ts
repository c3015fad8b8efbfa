// Owns the second way of counting a box, for checks of the first: sums in SQL, sharing no code with it. It refuses a box with a
// slot that no voter could have written. Only ever on a copy: the box itself has one holder, and tells nothing while it is open.
import type Database from 'better-sqlite3';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { Tally } from '#lib/domain/vote/tally.ts';

/** Written anew on purpose: read from where the first way reads them, one mistake there would be in both counts. */
const letters = { HW: 'a', HM: 'b', RW: 'c', RM: 'd', none: '-' } as const;

type Row = Record<string, number | string>;

/** @param copy of `ballots.db`. @param optionIds in the order of the marks. @param marks whether a ballot may hold several yes. */
export function countBySql(
  copy: Database.Database,
  number: number,
  optionIds: readonly OptionId[],
  marks: 'many' | 'one'
): Result<Tally, 'slot-unreadable'> {
  const places = optionIds.map((_, place) => `(substr(ballot, ${place + 2}, 1) = 'y')`);
  const readable = `[abcd-]${'[yn]'.repeat(optionIds.length)}`;
  const used = `box = @number AND ballot <> '${'-'.repeat(optionIds.length + 1)}'`;
  const tooMany = marks === 'one' ? `OR ${places.join(' + ')} > 1` : '';
  // In bytes: other functions stop reading at a zero byte.
  const length = `length(CAST(ballot AS BLOB)) = ${optionIds.length + 1}`;
  const wrong = copy
    .prepare(
      `SELECT count(*) FROM slots WHERE ${used} AND (typeof(ballot) <> 'text' OR NOT (${length} AND ballot GLOB @readable) ${tooMany})`
    )
    .pluck()
    .get({ number, readable });
  if (wrong !== 0) return refuse('slot-unreadable');

  const sums = places.map((place, option) => `sum(${place}) AS yes${option}`);
  const rows = copy
    .prepare<[{ number: number }], Row>(
      `SELECT ${['substr(ballot, 1, 1) AS letter', 'count(*) AS ballots', ...sums].join(', ')} FROM slots WHERE ${used} GROUP BY 1`
    )
    .all({ number });
  const figure = (letter: string, column: string) =>
    Number(rows.find((row) => row['letter'] === letter)?.[column] ?? 0);
  const byColour = (column: string) => ({
    HW: figure(letters.HW, column),
    HM: figure(letters.HM, column),
    RW: figure(letters.RW, column),
    RM: figure(letters.RM, column)
  });
  return ok({
    ballots: byColour('ballots'),
    uncoloured: figure(letters.none, 'ballots'),
    options: optionIds.map((id, option) => ({
      id,
      yes: byColour(`yes${option}`),
      yesUncoloured: figure(letters.none, `yes${option}`)
    }))
  });
}
