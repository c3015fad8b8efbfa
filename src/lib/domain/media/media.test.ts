import { describe, expect, it } from 'vitest';
import { smallSize } from './limits.ts';
import { mediumName, readMediumName } from './media-kinds.ts';
import { readPicture } from './read-picture.ts';
import { hasStowaway } from './stowaways.ts';
import { pageChecksum } from './voices/read-ogg.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the name of a file', () => {
  it.each([
    ['0123456789ab.webp', 'webp', false],
    ['0123456789ab-small.webp', 'webp', true],
    ['zyxwvtsrqpnm.m4a', 'm4a', false]
  ])('%s is read and written back', (name, ending, small) => {
    const read = readMediumName(name);
    expect(read).toMatchObject({ ending, small });
    expect(read && mediumName(read)).toBe(name);
  });

  it.each([
    '../portal.db',
    '0123456789ab',
    '0123456789ab.svg',
    '0123456789ab.html',
    '0123456789ab-small.mp3',
    '0123456789ab.webp/..',
    '0123456789AB.webp',
    '0123456789abc.webp',
    '.new-0123456789ab.webp',
    '0123456789ab.toString',
    ''
  ])('%s names nothing', (name) => {
    expect(readMediumName(name)).toBeNull();
  });
});

describe('smallSize', () => {
  it.each([
    [
      { width: 1280, height: 640 },
      { width: 320, height: 160 }
    ],
    [
      { width: 640, height: 1280 },
      { width: 160, height: 320 }
    ],
    [
      { width: 100, height: 80 },
      { width: 100, height: 80 }
    ],
    [
      { width: 1280, height: 1 },
      { width: 320, height: 1 }
    ]
  ])('%o is shown as %o', (whole, small) => {
    expect(smallSize(whole)).toEqual(small);
  });
});

describe('hasStowaway', () => {
  it.each(['<HTML>', 'x<script>', 'MZ\u0090', '#!/bin/sh', 'xxPK\u0003\u0004', '%PDF-1.4', '\u007fELF'])(
    'sees %j',
    (tail) => {
      expect(hasStowaway(bytesOf(tail))).toBe(true);
    }
  );

  it.each(['', '\u0000\u0000', '....ftypmp42', 'SEFT', 'mere words'])('lets %j by', (tail) => {
    expect(hasStowaway(bytesOf(tail))).toBe(false);
  });
});

it('steps over the thumbnail, which has an end of its own', () => {
  const thumbnail = [0xff, 0xd8, 0xff, 0xd9];
  const jpeg = [0xff, 0xd8, 0xff, 0xe1, 0, 6, ...thumbnail, 0xff, 0xda, 0, 2, 1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd9];
  expect(readPicture(Uint8Array.from([...jpeg, 9, 9]), 'jpeg')).toEqual({
    end: jpeg.length,
    moves: false,
    interlaced: false
  });
});

it('checks pages of Ogg with its own checksum: begun with zero, not turned over', () => {
  // The check value of CRC-32/CKSUM, 0x765e7680, without its last inversion.
  expect(pageChecksum(bytesOf('123456789'))).toBe(0x89a1897f);
});
