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
