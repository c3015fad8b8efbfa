// Owns the files before a power cut, and what is found in them afterwards.
import Database from 'better-sqlite3';
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPortal } from '#lib/server/db/portal.ts';
import { openBallotBox } from '#lib/server/vote/ballot-box.ts';
import { cardsFrom, cardCode, keyFor, makeCards } from '../support/cards.ts';

/** `careless`: a WAL database as better-sqlite3 opens it when nobody says how careful it is to be. */
export const kinds = ['box', 'portal', 'careless'] as const;
export type Kind = (typeof kinds)[number];

export const boxKey = keyFor('power');
export const cardsInBox = 400;

export function makeTemplate(kind: Kind): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'sigida-power-')), 'template');
  mkdirSync(folder);
  if (kind === 'box') {
    const box = openBallotBox(join(folder, 'ballots.db'), boxKey);
    makeCards(box, 1, 3, cardsFrom(1, cardsInBox));
    box.openTheBox(1);
    box.close();
    return folder;
  }
  const file = join(folder, `${kind}.db`);
  const client = kind === 'portal' ? openPortal(file).$client : new Database(file);
  if (kind === 'careless') client.pragma('journal_mode = wal');
  client.exec('CREATE TABLE written (number INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  client.close();
  return folder;
}

export type Found = {
  readonly whole: boolean;
  /** Acknowledged and not there. */
  readonly lost: number;
  /** In the box: more or fewer ballots than cards that voted. */
  readonly uneven: number;
};

/** Starts on what is left, as the program does after a power cut. @param left is not changed. */
export function lookAt(kind: Kind, left: string, acknowledged: readonly number[]): Found {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-left-'));
  cpSync(left, folder, { recursive: true });
  if (kind !== 'box') {
    const db = new Database(join(folder, `${kind}.db`));
    const rows = new Set(db.prepare('SELECT number FROM written').pluck().all() as number[]);
    const whole = db.pragma('integrity_check', { simple: true }) === 'ok';
    db.close();
    return { whole, lost: acknowledged.filter((number) => !rows.has(number)).length, uneven: 0 };
  }
  const box = openBallotBox(join(folder, 'ballots.db'), boxKey);
  const lost = acknowledged.filter((number) => {
    const card = box.lookAtCard(cardCode(number));
    return card.kind !== 'known' || card.state !== 'used';
  }).length;
  const cast = box.countCast(1);
  box.closeTheBox(1);
  const ballots = box.readBallots(1);
  box.close();
  const db = new Database(join(folder, 'ballots.db'));
  const whole = db.pragma('integrity_check', { simple: true }) === 'ok';
  db.close();
  return { whole, lost, uneven: ballots.ok ? Math.abs(ballots.value.length - cast) : 1 };
}
