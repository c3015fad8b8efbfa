import { describe, expect, it } from 'vitest';
import { isForRadio, isSameLength, longestForRadio, radioWays } from './radio-files.ts';
import { opusSeconds } from './voices/opus-seconds.ts';
import { packetsOf } from './voices/webm-packets.ts';
import { browserWebm } from '../../../../tests/support/uploads/tones.ts';
import { webm } from '../../../../tests/support/uploads/voices.ts';

describe('what radios take', () => {
  it.each([
    ['mp3', true],
    ['ogg', true],
    ['webm', false],
    ['m4a', false],
    ['wav', false],
    ['webp', false]
  ] as const)('%s: %s', (ending, taken) => {
    expect(isForRadio(ending)).toBe(taken);
  });

  it('has a way for every voice that is kept', () => {
    expect(Object.keys(radioWays).sort()).toEqual(['m4a', 'mp3', 'ogg', 'wav', 'webm']);
  });

  it.each([
    [3.02, 3, true],
    [2.4, 3, false],
    [3.6, 3, false],
    [longestForRadio, 120, true],
    [0, 120, false]
  ])('%f seconds made of %f: %s', (made, given, same) => {
    expect(isSameLength(made, given)).toBe(same);
  });
});

describe('opusSeconds', () => {
  // First byte: five bits of configuration, one of stereo, two that tell how many frames (RFC 6716, tables 2 and 4).
  it.each([
    ['20 ms of silence', [0xf8, 0xff, 0xfe], 0.02],
    ['speech of 60 ms', [0b00011_0_00], 0.06],
    ['both, of 10 ms, two frames', [0b01100_0_01], 0.02],
    ['music of 2.5 ms', [0b10000_0_00], 0.0025],
    ['six frames of 20 ms', [0b00001_0_11, 6], 0.12],
    ['seven of them', [0b00001_0_11, 7], null],
    ['no frame', [0b00001_0_11, 0], null],
    ['cut off', [0b00001_0_11], null],
    ['nothing', [], null]
  ])('%s', (_, bytes, seconds) => {
    expect(opusSeconds(Uint8Array.from(bytes))).toBe(seconds);
  });
});

describe('packetsOf', () => {
  it('finds what a browser recorded, one after the other', () => {
    const found = packetsOf(browserWebm());
    expect(found?.channels).toBe(1);
    const seconds = (found?.packets ?? []).reduce((sum, packet) => sum + (opusSeconds(packet) ?? Number.NaN), 0);
    expect(seconds).toBeCloseTo(2.94, 2);
  });

  it('refuses a voice that does not describe its sound', () => {
    expect(packetsOf(webm(3))).toBeNull();
  });

  it('refuses packets tied together', () => {
    const bytes = browserWebm();
    // A simple block of one track, at its flags: the bits of lacing.
    const block = bytes.indexOf(0xa3, bytes.indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75])) + 12);
    const flags = bytes.indexOf(0x81, block + 2) + 3;
    expect(bytes[flags]).toBe(0x80);
    bytes[flags] = 0x80 | 0x02;
    expect(packetsOf(bytes)).toBeNull();
  });
});
