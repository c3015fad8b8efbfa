import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const env = { SIGIDA_SECRET: 'x'.repeat(32) };
const megabyte = 1024 * 1024;

describe('the disk that is left free', () => {
  it.each([
    [undefined, 200],
    ['', 200],
    ['0', 0],
    ['1500', 1500]
  ])('%j means %i megabytes', (told, megabytes) => {
    expect(readSettings({ ...env, SIGIDA_LEAST_FREE: told }).leastFree).toBe(megabytes * megabyte);
  });

  it.each(['much', '-1', 'NaN'])('%s is refused', (told) => {
    expect(() => readSettings({ ...env, SIGIDA_LEAST_FREE: told })).toThrow(/SIGIDA_LEAST_FREE must be a number/);
  });
});

describe('the project that pays', () => {
  it.each([
    [undefined, ''],
    ['  MLI-17/ER/100414 ', 'MLI-17/ER/100414']
  ])('%j is printed as %j', (told, project) => {
    expect(readSettings({ ...env, SIGIDA_PROJECT: told }).project).toBe(project);
  });

  it('is refused where minutes have no room for it', () => {
    expect(() => readSettings({ ...env, SIGIDA_PROJECT: 'x'.repeat(61) })).toThrow(/at most 60/);
  });
});

describe('the program that decodes what phones record', () => {
  it.each([
    [undefined, 'ffmpeg'],
    ['', 'ffmpeg'],
    ['/opt/ffmpeg/bin/ffmpeg', '/opt/ffmpeg/bin/ffmpeg'],
    ['off', null]
  ])('%j means %j', (told, ffmpeg) => {
    expect(readSettings({ ...env, SIGIDA_FFMPEG: told }).ffmpeg).toBe(ffmpeg);
  });
});
