import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { by, example, handCount, ten } from '../../../../tests/support/assembly-play.ts';
import { frozenVote, sitting } from '../../../../tests/support/ballots.ts';
import { changed, handedIn, letIn, publish, send } from '../../../../tests/support/phone-vote.ts';
import { must } from '../../../../tests/support/two-files.ts';
import type { Envelope } from '#lib/domain/assembly/envelope.ts';
import { records } from '../db/schema/result.ts';
import { differences } from './differences.ts';
import { fullMinutes } from './full-minutes.ts';
import { recountPoll } from './recount.ts';
import { votedBy } from './voted-by.ts';
import { wipeBoxes } from './wipe-boxes.ts';

const none = { HW: 0, HM: 0, RW: 0, RM: 0 };
const each = { HW: 10, HM: 10, RW: 10, RM: 10 };

async function held(change: Partial<Envelope> = {}) {
  const vote = frozenVote({ sittings: [sitting('phone')] });
  const phone = await letIn(vote);
  phone.play.checkIn(ten).whole(ten, example).do({ do: 'announce' });
  await send(vote, await changed(phone, change));
  return vote;
}

const figures = (vote: Awaited<ReturnType<typeof held>>) => fullMinutes(vote.db, '', vote.poll)?.sittings[0];

describe('sealed minutes of a phone’s sitting', () => {
  it('say what became of each token', async () => {
    const vote = await held();
    expect(figures(vote)).toMatchObject({ present: each, issued: each, cast: each, unused: none, spoiled: null });
    expect(figures(vote)?.byPhone).toEqual({ votedBy: 'phone', recovered: false, notes: [] });
    expect(differences(vote.db, vote.poll)).toEqual([]);
  });

  it('say that the sealed code took the place of two people, and what was written beside the count', async () => {
    const vote = await held({ recovered: 'yes', note: 'Un jeton est tombé dans le puits.' });
    const notes = ['Un jeton est tombé dans le puits.'];
    expect(figures(vote)?.byPhone).toEqual({ votedBy: 'phone', recovered: true, notes });
  });

  it('tell a token that neither voted nor came back, and two people explain it before they publish', async () => {
    const vote = await held({ tokens: { used: { ...each, HW: 9 }, unused: none } });
    const found = [{ code: 'issued-and-returned', colour: 'HW', expected: 10, found: 9 }];
    expect(differences(vote.db, vote.poll)).toEqual([{ place: 'Place', found }]);
    expect(publish(vote)).toMatchObject({ refusal: { code: 'note-required' } });
  });

  it('count a token that came back unused', async () => {
    const vote = await held({ attendance: { present: { ...each, RM: 12 }, youth: 0, disability: 0, disputes: 0 } });
    expect(differences(vote.db, vote.poll)).toHaveLength(1);
    const other = await held({
      attendance: { present: { ...each, RM: 12 }, youth: 0, disability: 0, disputes: 0 },
      tokens: { used: each, unused: { ...none, RM: 2 } }
    });
    expect(differences(other.db, other.poll)).toEqual([]);
    expect(figures(other)).toMatchObject({ unused: { RM: 2 } });
  });

  it('are in the sealed record too', async () => {
    const vote = await held({ recovered: 'yes' });
    must(publish(vote));
    const sealed = JSON.parse(vote.db.select().from(records).get()?.sealed ?? 'null') as { sittings: object[] };
    expect(sealed.sittings[0]).toMatchObject({ byPhone: { channel: 'phone', used: each, recovered: true } });
  });
});

describe('stones whose count was typed on the phone', () => {
  it('are what minutes tell, also when the envelope is wiped', async () => {
    const vote = frozenVote({ sittings: [sitting('phone')] });
    const { play, ...phone } = await letIn(vote);
    const stones = handCount('stones', 'first', 3, {
      ...{ 'issued-HW': 10, 'issued-HM': 10, 'issued-RW': 10, 'issued-RM': 10 },
      ...{ 'yes-0-HW': 10, 'yes-0-HM': 10, 'yes-0-RW': 9, 'yes-0-RM': 4 },
      ...{ 'discard-HW': 20, 'discard-HM': 20, 'discard-RW': 21, 'discard-RM': 26 }
    });
    play
      .checkIn(ten)
      .do({ do: 'practise' }, { do: 'choose-channel', channel: 'stones', agreed: false })
      .do({ do: 'open', by }, { do: 'close', by, filling: { used: 0, free: 0, damaged: 0 } })
      .do({ do: 'enter-count', number: 1, count: stones }, { do: 'enter-count', number: 2, count: stones })
      .do({ do: 'count', ...play.sum, own: null, by: [1, 2] }, { do: 'announce' });
    const [text = ''] = await handedIn({ play, ...phone });
    expect(await send(vote, text)).toMatchObject({ answer: 'accepted' });
    expect(differences(vote.db, vote.poll)).toEqual([]);
    expect(figures(vote)).toMatchObject({ cast: each, unused: none, byPhone: { votedBy: 'stones' } });
    must(publish(vote));
    const { id } = vote.poll.sitting;
    const copy = new Database(vote.box.bytes());
    const later = new Date(vote.now.getTime() + 31 * 86_400_000);
    expect(recountPoll({ db: vote.db, copy }, vote.poll, () => true)?.findings).toEqual([]);
    wipeBoxes({ db: vote.db, now: later }, vote.box, () => undefined);
    expect(votedBy(vote.db, vote.poll.id).get(id)).toBe('stones');
    expect(figures(vote)?.byPhone).toEqual({ votedBy: 'stones', recovered: false, notes: [] });
    expect(recountPoll({ db: vote.db, copy }, vote.poll, () => true)).toEqual({ findings: [], wiped: true });
  });
});
