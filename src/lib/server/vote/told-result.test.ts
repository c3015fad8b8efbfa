import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalView } from '#lib/domain/result/fingerprint.ts';
import { publish } from '#lib/domain/result/published.ts';
import type { PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { four } from '../../../../tests/support/ballots.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { sealed, tallyOf } from '../../../../tests/support/tallies.ts';
import { communities } from '../db/schema/community.ts';
import { pollClosings, publications, results } from '../db/schema/result.ts';
import { sittings } from '../db/schema/sitting.ts';
import { polls } from '../db/schema/vote.ts';
import { resultDocument, resultRows } from '../result/open-data.ts';
import { openVotes } from './open-votes.ts';
import { publishedResult, readPoll, toldPoll } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';

const view = publish(sealed(tallyOf([11, 12, 13, 14], { A: [10, 10, 9, 9], B: [5, 4, 9, 8] })));
const day = '2026-07-12';
const on = (date: string) => new Date(`${date}T12:00:00Z`);

let forgho: TestConsultation;
beforeEach(() => {
  forgho = testConsultation(testPortal(), { stage: 'frozen' });
  const { db, actor } = forgho.committee;
  const poll = 'poll' as PollId;
  const two = { by: actor.account, secondBy: actor.account };
  const frozen = { frozenAt: '2026-07-01T08:00:00Z', frozenBy: two.by, secondBy: two.secondBy };
  db.insert(polls)
    .values({ id: poll, consultation: forgho.consultation, number: 1, rule: 'accepted-by-all', terms: '{}', ...frozen })
    .run();
  const sitting = { id: 'sitting' as SittingId, poll, channel: 'cards' as const, place: 'Baobab', day };
  db.insert(sittings).values(sitting).run();
});

/** Counted and published on the day itself. */
function publishIt(): void {
  const { db, actor } = forgho.committee;
  const poll = 'poll' as PollId;
  const two = { at: `${day}T17:00:00Z`, by: actor.account, secondBy: actor.account };
  db.insert(pollClosings)
    .values({ poll, ...two })
    .run();
  const published = JSON.stringify(view);
  const { result } = db
    .insert(results)
    .values({ poll, sealed: '{}', published, fingerprint: 'ABC123', countedAt: two.at })
    .returning({ result: results.number })
    .get();
  db.insert(publications)
    .values({ poll, result, note: null, ...two })
    .run();
  forgho.moveTo('decided');
}
const beSilent = (hiddenUntil: string | null = null) =>
  forgho.committee.db.update(communities).set({ discreet: true, hiddenUntil }).run();
const read = (date: string, reader: 'visitor' | 'desk' = 'visitor') => {
  const result = publishedResult(forgho.committee.db, forgho.consultation, on(date), reader);
  if (!result) throw new Error('Nothing is published.');
  return result;
};

describe('a poll to come', () => {
  const told = (date: string) => toldPoll(forgho.committee.db, forgho.consultation, on(date))?.sittings;

  it('is told with its day and place', () => {
    expect(told('2026-07-05')).toEqual([{ place: 'Baobab', day, channel: 'cards', closesAt: null }]);
  });

  it('has neither where the community is discreet, however long it waits', () => {
    beSilent();
    expect([told('2026-07-05'), told('2026-07-13')]).toEqual([[], []]);
  });
});

it('a discreet community that votes is not among those that vote now', () => {
  forgho.moveTo('voting');
  expect(openVotes(forgho.committee.db)).toEqual([]);
  const poll = readPoll(forgho.committee.db, 'poll' as PollId);
  if (!poll) throw new Error('The poll is not there.');
  const attendance = { present: four(10), youth: 0, disability: 0, disputes: 0 };
  recordAttendance(
    forgho.committee,
    poll,
    { attendance, secondBy: forgho.committee.actor.account, judged: true },
    true
  );
  expect(openVotes(forgho.committee.db)).toHaveLength(1);
  beSilent();
  expect(openVotes(forgho.committee.db)).toEqual([]);
});

describe('a published result', () => {
  const whole = {
    view,
    record: {
      number: 1,
      day,
      place: 'Baobab',
      fingerprint: 'ABC123',
      publishedAt: `${day}T17:00:00Z`,
      reason: null,
      auditHead: null
    }
  };

  it('is told whole, where the community is not discreet', () => {
    publishIt();
    expect(read(day)).toMatchObject(whole);
    expect(JSON.stringify(read(day))).toMatch(/"hosts":23,"returned":27/);
  });

  it.each([
    ['that evening', day, null, false],
    ['the day after', '2026-07-13', null, true],
    ['the day after, where another day was set', '2026-07-13', '2026-07-20', false],
    ['on the day that was set', '2026-07-20', '2026-07-20', true]
  ])('of a discreet community, %s', (_, date, hiddenUntil, isWhole) => {
    publishIt();
    beSilent(hiddenUntil);
    expect(read(date).record).toEqual(isWhole ? whole.record : null);
    expect(read(date, 'desk')).toMatchObject(whole);
  });

  it('of a discreet community tells the winner, and no day, place, group or fingerprint, as a page or as data', () => {
    publishIt();
    beSilent();
    const result = read(day);
    expect(result.view.outcome).toEqual({ ...view.outcome, rung: null });
    const told = JSON.stringify([
      result.view,
      result.record,
      resultRows(result),
      resultDocument({ name: 'Forgho', slug: 'forgho' }, 1, result)
    ]);
    expect(told).not.toMatch(/Baobab|2026|ABC123|"(hosts|returned|women|men)"|:true,"yes|:(23|27|22|24)\b/);
  });

  it('keeps the view that was hashed: what is hidden is not written anywhere', () => {
    publishIt();
    beSilent();
    read(day);
    expect(canonicalView(read(day, 'desk').view, null)).toBe(canonicalView(view, null));
  });
});
