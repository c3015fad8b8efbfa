import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { cardCode } from '../../../../tests/support/cards.ts';
import { castBallot, findBallot } from './vote-with-card.ts';
import type { BallotBox } from './ballot-box.ts';
import type { Portal } from '../db/portal.ts';

function failing(thrown: Error, voted = false): BallotBox {
  const fail = () => {
    throw thrown;
  };
  return { castTogether: fail, lookAtCard: fail, hasVoted: () => voted } as unknown as BallotBox;
}
const full = new Database.SqliteError('no', 'SQLITE_FULL');
const cast = (thrown: Error, voted = false) => castBallot(failing(thrown, voted), cardCode(1), [true]);
const find = (voted: boolean) => findBallot({} as Portal, failing(full, voted), cardCode(1));

it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE'])('a disk that answers %s sends people to paper', async (code) => {
  expect(await cast(new Database.SqliteError('no', code))).toMatchObject({
    refusal: { code: 'box-can-not-write', field: 'code' }
  });
});

it('a disk that can not even be read sends people to paper before they fill a ballot', async () => {
  expect(await find(false)).toMatchObject({ refusal: { code: 'box-can-not-write', field: 'code' } });
});

it('whoever has voted is not sent to paper: their reply may have been lost', async () => {
  expect(await cast(full, true)).toEqual({ ok: true, value: null });
  expect(await find(true)).toMatchObject({ refusal: { code: 'card-used' } });
});

it('any other fault is one', async () => {
  await expect(cast(new Database.SqliteError('no', 'SQLITE_CORRUPT'))).rejects.toThrow('no');
  await expect(cast(new Error('else'))).rejects.toThrow('else');
});
