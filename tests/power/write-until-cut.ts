// Writes one thing after the other and says each that is done, until somebody cuts the power. Alone:
// node tests/power/write-until-cut.ts FOLDER box|portal|careless FROM COUNT
import Database from 'better-sqlite3';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openPortal } from '#lib/server/db/portal.ts';
import { openBallotBox } from '#lib/server/vote/ballot-box.ts';
import { cardCode } from '../support/cards.ts';
import { boxKey } from './stands.ts';

const [folder = '', kind = '', from = '0', count = '0'] = process.argv.slice(2);
const numbers = Array.from({ length: Number(count) }, (_, index) => Number(from) + index);
/** At once, as an answer is sent: nothing is held back in this process. */
const say = (number: number): void => void writeSync(1, `${number}\n`);

/** @returns whether it is done; else why is said, and the next is tried. */
function attempt(number: number, write: (number: number) => void): void {
  try {
    write(number);
    say(number);
  } catch (thrown) {
    writeSync(1, `refused ${thrown instanceof Database.SqliteError ? thrown.code : String(thrown)}\n`);
  }
}

if (kind === 'box') {
  const box = openBallotBox(join(folder, 'ballots.db'), boxKey);
  for (const number of numbers)
    attempt(number, () => {
      const cast = box.cast(cardCode(number), [true, number % 2 === 0, false]);
      if (!cast.ok) throw new Error(cast.refusal.code);
    });
} else {
  const file = join(folder, `${kind}.db`);
  const client = kind === 'portal' ? openPortal(file).$client : new Database(file);
  const insert = client.prepare('INSERT INTO written VALUES (?, ?)');
  for (const number of numbers) attempt(number, () => insert.run(number, 'x'.repeat(200)));
}
