import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { disagreements, entriesOf, isDone } from '../../../../tests/support/files-agree.ts';
import {
  closeFiles,
  doAct,
  makeStand,
  openFiles,
  type Act,
  type Files,
  type Stand
} from '../../../../tests/support/two-files.ts';
import type { BallotBox } from './ballot-box.ts';
import { finishIntentions } from './finish-intentions.ts';
import { unfinishedIntentions } from './intentions.ts';
import { cardsPrinted } from './card-sittings.ts';
import { readPoll } from './queries.ts';

const now = new Date('2026-07-05T11:00:00Z');
let files: Files;
let lines: string[];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => (lines.push(String(line)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  closeFiles(files);
});

function standBefore(act: Act): Stand {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-finish-'));
  const stand = makeStand(folder, act);
  files = openFiles(folder);
  return stand;
}

/** The box does its part, or not, and then the disk is full: the process goes on. */
function breakOff(stand: Stand, act: Act, inBox: boolean): void {
  const broken =
    <Given extends unknown[]>(call: (...given: Given) => unknown) =>
    (...given: Given): never => {
      if (inBox) call(...given);
      throw new Error('the disk is full');
    };
  const { box } = files;
  const failing: BallotBox = {
    ...box,
    openTheBox: broken(box.openTheBox),
    closeTheBox: broken(box.closeTheBox),
    abandonTheBox: broken(box.abandonTheBox),
    makeCards: broken(box.makeCards),
    voidCards: broken(box.voidCards)
  };
  expect(() => doAct({ ...files, box: failing }, stand, act)).toThrow('the disk is full');
  expect(unfinishedIntentions(files.db)).toHaveLength(1);
}

describe('an act that broke off in a server that goes on', () => {
  it.each([
    ['open', true, 'stage-moved-on'],
    ['open', false, 'ok'],
    ['close', true, 'stage-moved-on'],
    ['close', false, 'ok'],
    ['print', true, 'ok'],
    ['print-late', false, 'ok'],
    ['void-cards', true, 'cards-none'],
    ['void-cards', false, 'ok'],
    ['void-sitting', true, 'stage-moved-on'],
    ['void-sitting', false, 'stage-moved-on']
  ] as const)('%s, in the box: %s; the next press answers %s', (act, inBox, code) => {
    const stand = standBefore(act);
    breakOff(stand, act, inBox);
    const again = doAct(files, stand, act);
    expect(again.ok ? 'ok' : again.refusal.code).toBe(code);
    expect(disagreements(files, stand)).toEqual([]);
    expect(isDone(files, stand, act)).toBe(true);
  });
});

describe('at start', () => {
  it('an act is completed as those who began it signed it, once', () => {
    const stand = standBefore('close');
    breakOff(stand, 'close', true);
    finishIntentions({ db: files.db, now }, files.box);
    finishIntentions({ db: files.db, now }, files.box);
    const closing = files.db.$client.prepare('SELECT at, by, second_by FROM poll_closings').get();
    expect(closing).toEqual({ at: '2026-07-05T09:00:00Z', by: stand.first, second_by: stand.second });
    const end = files.db.$client.prepare('SELECT outcome, at FROM intention_ends ORDER BY intention DESC').get();
    expect(end).toEqual({ outcome: 'completed', at: '2026-07-05T11:00:00Z' });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', event: 'intention-finished', act: 'close-poll', outcome: 'completed' }
    ]);
  });

  it('cards that nobody saw are recorded as lost and do not count as printed', () => {
    const stand = standBefore('print');
    breakOff(stand, 'print', true);
    finishIntentions({ db: files.db, now }, files.box);
    const sitting = readPoll(files.db, stand.poll)?.sitting;
    if (!sitting) throw new Error('The stand has no sitting.');
    expect(files.box.countCards(sitting.number)).toEqual({ HW: 24, HM: 24, RW: 24, RM: 24 });
    expect(cardsPrinted(files.db, sitting.id)).toEqual({ HW: 0, HM: 0, RW: 0, RM: 0 });
    expect([entriesOf(files.db, 'cards-lost'), entriesOf(files.db, 'cards-printed')]).toEqual([1, 0]);
    expect(disagreements(files, stand)).toEqual([]);
  });

  it('what can not be completed stays, and is told', () => {
    const stand = standBefore('close');
    breakOff(stand, 'close', true);
    files.db.$client.exec('DELETE FROM attendances');
    finishIntentions({ db: files.db, now }, files.box);
    expect(unfinishedIntentions(files.db)).toHaveLength(1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      level: 'error',
      outcome: 'unfinished',
      refusal: 'attendance-missing'
    });
    expect(stand.poll).not.toBe('');
  });

  it('nothing is told where nothing was cut off', () => {
    standBefore('open');
    finishIntentions({ db: files.db, now }, files.box);
    expect(lines).toEqual([]);
  });
});

it('an intention holds no code and no choice', () => {
  const stand = standBefore('close');
  expect(doAct(files, stand, 'close').ok).toBe(true);
  const payloads = files.db.$client.prepare('SELECT payload FROM intentions').pluck().all().join('\n');
  expect(payloads).toContain('secondBy');
  const id = /"[0-9a-hjkmnp-tv-z]{12}"/g;
  expect(payloads.replace(id, '')).not.toMatch(/\d{4}|[yn-]{3}/);
});
