import { describe, expect, test } from 'vitest';
import { isMinutesNotes } from '#lib/domain/assembly/notes-shape.ts';
import { noNotes } from '#lib/domain/vote/minutes-notes.ts';
import { hasErrors, typedFigures } from './typed-figures.ts';
import { typedNotes } from './typed-notes.ts';

const fields =
  (typed: Readonly<Record<string, readonly string[]>>) =>
  (name: string): readonly string[] =>
    typed[name] ?? [];

test('figures are read field by field, with spaces between digits; what is missing or no number is named', () => {
  const typed: Record<string, string> = { a: '1 200', b: '', c: 'dix', d: '0', e: '-1' };
  const { count, errors } = typedFigures(Object.keys(typed), (name) => typed[name] ?? '');
  expect(count).toEqual({ a: 1200, d: 0 });
  expect(errors).toEqual({ b: 'field-required', c: 'number-invalid', e: 'number-invalid' });
  expect(hasErrors(errors)).toBe(true);
  expect(hasErrors({})).toBe(false);
});

describe('notes of the minutes', () => {
  test('an empty form says that nobody wrote anything down', () => {
    expect(typedNotes(fields({}))).toMatchObject({ notes: noNotes, errors: {} });
  });

  test('all that people write fits into an envelope', () => {
    const { notes, errors } = typedNotes(
      fields({
        language: ['ses'],
        languages: ['', 'ses', 'fr', 'xx'],
        interpreter: ['no'],
        called: ['', 'crier', 'radio'],
        calledOn: ['2026-07-01'],
        readAloud: ['yes'],
        prevention: ['finger'],
        authorities: [' chef du village '],
        assisted: ['2'],
        helpers: ['', 'relative'],
        land: ['Terrain donné'],
        landDay: ['2026-08-01'],
        nextDay: ['2026-07-12'],
        nextPlace: ['Bara'],
        closedAt: ['16:30']
      })
    );
    expect(errors).toEqual({});
    expect(isMinutesNotes(notes)).toBe(true);
    expect(notes).toMatchObject({
      language: 'ses',
      languages: ['fr', 'ses'],
      interpreter: false,
      readAloud: true,
      authorities: 'chef du village',
      assisted: 2,
      commitments: { land: { text: 'Terrain donné', day: '2026-08-01' } },
      closedAt: '16:30'
    });
  });

  test('names the field of what no envelope may carry', () => {
    const { errors, limits } = typedNotes(
      fields({
        calledOn: ['demain'],
        landDay: ['31/02/2026'],
        assisted: ['deux'],
        closedAt: ['tard'],
        nextPlace: ['x'.repeat(61)]
      })
    );
    expect(errors).toEqual({
      calledOn: 'day-invalid',
      landDay: 'day-invalid',
      assisted: 'number-invalid',
      closedAt: 'hour-invalid',
      nextPlace: 'text-too-long'
    });
    expect(limits).toMatchObject({ nextPlace: 60 });
  });
});
