import { describe, expect, it } from 'vitest';
import { fullestNotes } from '../../../../tests/support/minutes.ts';
import { noNotes, toldNotes } from './minutes-notes.ts';

describe('what the public is told of the notes', () => {
  it('is all but who was present for others, and who was helped', () => {
    const told = toldNotes(fullestNotes, () => false);
    expect(told).toEqual({ ...fullestNotes, authorities: '', assisted: null, helpers: [] });
  });

  it('leaves out where and when people meet while that is hidden', () => {
    const told = toldNotes(fullestNotes, (day) => day === null || day > '2026-08-02');
    expect(told).toMatchObject({ nextDay: null, nextPlace: '' });
    expect(told.commitments).toMatchObject({
      land: fullestNotes.commitments.land,
      labour: fullestNotes.commitments.labour,
      upkeep: { text: '', day: null },
      site: { text: '', day: null }
    });
    const undated = { ...noNotes, nextPlace: 'École' };
    expect(toldNotes(undated, (day) => day === null).nextPlace).toBe('');
  });
});
