import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { cardCode } from '../../../../tests/support/cards.ts';
import { castBallot } from './vote-with-card.ts';
import type { BallotBox } from './ballot-box.ts';

const failing = (thrown: Error) =>
  ({
    cast: () => {
      throw thrown;
    }
  }) as unknown as BallotBox;
const cast = (thrown: Error) => castBallot(failing(thrown), cardCode(1), [true]);

it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE'])('a disk that answers %s sends people to paper', async (code) => {
  expect(await cast(new Database.SqliteError('no', code))).toMatchObject({
    refusal: { code: 'box-can-not-write', field: 'code' }
  });
});

it('any other fault is one', async () => {
  await expect(cast(new Database.SqliteError('no', 'SQLITE_CORRUPT'))).rejects.toThrow('no');
  await expect(cast(new Error('else'))).rejects.toThrow('else');
});
