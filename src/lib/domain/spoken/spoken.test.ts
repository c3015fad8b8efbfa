import { describe, expect, it } from 'vitest';
import { catalogueFiles } from '../../../../tests/support/catalogues.ts';
import { filesUnder, readText } from '../../../../tests/support/project-files.ts';
import type { MediumId } from '#lib/domain/shared/ids.ts';
import { labelsOf, spokenLabelCodes, spokenLabels, spokenPaths } from './labels.ts';
import { isLight, spoken } from './limits.ts';
import { bytesOf, firstGap, nextGap, recordedCount, stateOfRecording, type Recording } from './progress.ts';
import { resultLabel } from './result-label.ts';

const recording = (placeholder = false): Recording => ({
  medium: 'm' as MediumId,
  bytes: 2_000,
  placeholder,
  at: '2026-07-05T09:00:00Z'
});
const all = (placeholder = false) => new Map(spokenLabelCodes.map((label) => [label, recording(placeholder)]));

describe('the list of sentences', () => {
  it('names words that stand in every language, each with nothing to fill in', () => {
    for (const { messages } of catalogueFiles)
      for (const { says } of Object.values(spokenLabels)) {
        expect(messages[says], says).toBeDefined();
        expect(messages[says], says).not.toContain('{{');
      }
  });

  it('holds no sentence twice, and leaves no path empty', () => {
    const said = Object.values(spokenLabels).map(({ says }) => says);
    expect(new Set(said).size).toBe(said.length);
    expect(spokenPaths.filter((path) => labelsOf(path).length === 0)).toEqual([]);
  });

  /** The type check keeps ears to the list; this keeps the list to the ears. */
  it('holds nothing that no ear speaks', () => {
    const source = filesUnder('src/', /\.(ts|svelte)$/)
      .filter((path) => !path.endsWith('/labels.ts'))
      .map(readText)
      .join('\n');
    const families = ['stage', 'error', 'fruit', 'rule', 'outcome', 'follows'];
    const isSpoken = (label: string) =>
      new RegExp(`(says|voice)=(["']|\\{[^}]*')${label}["']`).test(source) ||
      new RegExp(`'${label}'`).test(readText('src/lib/domain/spoken/result-label.ts')) ||
      families.some((family) => label.startsWith(`${family}-`) && source.includes(`\`${family}-\${`));
    expect(spokenLabelCodes.filter((label) => !isSpoken(label))).toEqual([]);
  });
});

describe('how far a language has come', () => {
  it('counts no tone as a voice', () => {
    expect(recordedCount(all(true))).toBe(0);
    expect(firstGap(all(true))).toBe('find');
    expect(stateOfRecording(all(true), 'recap')).toBe('placeholder');
    expect(recordedCount(all())).toBe(spokenLabelCodes.length);
    expect(firstGap(all())).toBeNull();
    expect(nextGap(all(), 'recap')).toBeNull();
  });

  it('leads from one gap to the next, and round the end to those before', () => {
    const some = all();
    some.delete('what-this-is');
    some.delete('recap');
    expect(firstGap(some)).toBe('find');
    expect(nextGap(some, 'what-this-is')).toBe('recap');
    expect(nextGap(some, 'recap')).toBe('what-this-is');
    expect(stateOfRecording(some, 'recap')).toBe('missing');
    expect(bytesOf(some)).toBe(2_000 * (spokenLabelCodes.length - 2));
  });
});

describe('a light recording', () => {
  it.each([
    ['24 kbit/s and the pages around', 3_000 + 900, 1_000, true],
    ['a minute at the limit', (spoken.bits / 8) * 60 * 1.09, 60_000, true],
    ['32 kbit/s', 4_000 * 60, 60_000, false],
    ['of no length', 2_000, 0, false]
  ])('%s', (_, bytes, milliseconds, light) => {
    expect(isLight(bytes, milliseconds)).toBe(light);
  });
});

it('says of a result what was decided', () => {
  const outcome = { winner: null, tied: [], rung: null };
  const told = (kind: 'winner' | 'tie' | 'no-ballots', step: 'decided' | 'ratification' | 'lot') =>
    resultLabel({ outcome: { ...outcome, kind }, follows: { step } as Parameters<typeof resultLabel>[0]['follows'] });
  expect(told('winner', 'decided')).toBe('result-chosen');
  expect(told('winner', 'ratification')).toBe('result-to-ratify');
  expect(told('tie', 'lot')).toBe('outcome-tie');
  expect(told('no-ballots', 'lot')).toBe('outcome-no-ballots');
});
