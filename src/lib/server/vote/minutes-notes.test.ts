import { eq } from 'drizzle-orm';
import { parse, safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { four, frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { fullestNotes, notesAsTyped } from '../../../../tests/support/minutes.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { noNotes } from '#lib/domain/vote/minutes-notes.ts';
import { communities } from '../db/schema/community.ts';
import { minutesNotes } from '../db/schema/minutes.ts';
import { notaryOf } from '../result/signing.ts';
import { fullMinutes } from './full-minutes.ts';
import { minutesForm, notesTyped } from './minutes-form.ts';
import { fullNotes, publicNotes, readNotes, writeNotes } from './minutes-notes.ts';
import { publishResult } from './publish-result.ts';

const ten = four(10);
const example = [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)];
const project = 'MLI-17';
const write = (vote: Vote, notes = fullestNotes, read = 0) => writeNotes(vote.two.first, vote.poll, notes, read);
const publish = (vote: Vote) =>
  publishResult(vote.two.first, vote.two.second.actor.account, vote.poll, '', notaryOf(Buffer.alloc(32, 7)));

function opened(): Vote {
  const vote = frozenVote({ sittings: [sitting('stones')] });
  must(vote.open(ten));
  return vote;
}

describe('notes for the minutes', () => {
  it('are written from the opening until publication, in parts, and every version stays', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    expect(write(vote)).toMatchObject({ refusal: { code: 'minutes-closed' } });
    must(vote.open(ten));
    must(write(vote, { ...noNotes, languages: ['ses'] }));
    must(vote.enterTwice(vote.stones(ten, example)));
    const { version } = readNotes(vote.db, vote.poll.id);
    must(write(vote, fullestNotes, version));
    expect(readNotes(vote.db, vote.poll.id).notes).toEqual(fullestNotes);
    expect(vote.db.select().from(minutesNotes).all()).toHaveLength(2);
    must(publish(vote));
    expect(write(vote, noNotes, version + 1)).toMatchObject({ refusal: { code: 'minutes-closed' } });
    expect(readNotes(vote.db, vote.poll.id).notes).toEqual(fullestNotes);
  });

  it('are refused against a version that somebody replaced', () => {
    const vote = opened();
    must(write(vote));
    expect(write(vote, noNotes, 0)).toMatchObject({ refusal: { code: 'minutes-changed-meanwhile' } });
    expect(() => vote.db.update(minutesNotes).set({ notes: '{}' }).run()).toThrow(/never changed/);
    expect(() => vote.db.delete(minutesNotes).run()).toThrow(/never removed/);
  });

  it('are told the public without those who were helped, and of a discreet community nothing that is still to come', () => {
    const vote = opened();
    must(write(vote));
    const now = new Date('2026-07-10T09:00:00Z');
    const told = () => publicNotes({ db: vote.db, now }, project, vote.poll);
    expect(fullNotes(vote.db, project, vote.poll)).toMatchObject({ assisted: 4, project });
    expect(told()).toMatchObject({ assisted: null, authorities: '', nextDay: '2026-08-05', hours: ['16:30'] });
    vote.db.update(communities).set({ discreet: true }).where(eq(communities.id, vote.made.community)).run();
    expect(told()).toMatchObject({ nextDay: null, nextPlace: '', calledOn: '2026-06-28' });
    expect(JSON.stringify(told())).not.toContain('2026-08');
  });
});

describe('the desk’s own minutes', () => {
  it('tell every token of a sitting, the rung, and what was written', () => {
    const vote = opened();
    must(write(vote));
    expect(fullMinutes(vote.db, project, vote.poll)).toBeNull();
    must(vote.enterTwice({ ...vote.stones(ten, example), 'unused-HW': 1, 'issued-HW': 11 }));
    expect(fullMinutes(vote.db, project, vote.poll)).toMatchObject({
      number: 1,
      rung: 'most-yes',
      sittings: [{ present: ten, issued: four(11, 10, 10, 10), unused: four(1, 0, 0, 0), spoiled: null, cast: ten }],
      notes: { assisted: 4 }
    });
  });
});

describe('the form of the minutes', () => {
  it('reads everything that was typed', () => {
    expect(notesTyped(parse(minutesForm, { ...notesAsTyped(fullestNotes), read: '0' }))).toEqual(fullestNotes);
  });

  it('asks for nothing, and drops what is no code of ours', () => {
    const empty = Object.fromEntries(Object.keys(minutesForm.entries).map((name) => [name, '']));
    const typed = { ...empty, language: 'fr', read: '0', languages: 'ses,klingon,ses', called: ',radio' };
    expect(notesTyped(parse(minutesForm, typed))).toEqual({ ...noNotes, languages: ['ses'], called: ['radio'] });
  });

  it.each([
    ['calledOn', '31/6/2026', 'day-invalid'],
    ['closedAt', '25:00', 'hour-invalid'],
    ['prevention', 'paint', 'choice-required'],
    ['assisted', 'trois', 'number-invalid'],
    ['land', 'x'.repeat(91), 'text-too-long'],
    ['read', '', 'minutes-changed-meanwhile']
  ])('%s = %j is refused', (field, text, code) => {
    const read = safeParse(minutesForm, { ...notesAsTyped(fullestNotes), read: '0', [field]: text });
    expect(read.issues?.map(({ message }) => message)).toEqual([code]);
  });
});
