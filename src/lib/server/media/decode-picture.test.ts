import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictures, noise } from '../../../../tests/support/uploads/pictures.ts';
import { decodePicture } from './decode-picture.ts';

const refusedBy = async (bytes: Uint8Array, interlaced = false) => {
  const decoded = await decodePicture(bytes, { interlaced });
  return decoded.ok ? null : decoded.refusal.code;
};

describe('the decoder by itself, were a signature to let something by', () => {
  it.each([
    ['an SVG', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))],
    ['a GIF', () => noise(20, 20).gif().toBuffer()],
    ['a TIFF', () => noise(20, 20).tiff().toBuffer()],
    ['an AVIF', () => noise(20, 20).avif().toBuffer()]
  ])('does not open %s', async (_, made) => {
    const bytes = await made();
    expect(await refusedBy(bytes)).toBe('picture-broken');
    await expect(sharp(bytes).metadata()).rejects.toThrow('unsupported image format');
  });

  it('counts pixels before it decodes them', async () => {
    const bomb = (await pictures()).find(({ name }) => name === '81-megapixels.png')?.bytes ?? new Uint8Array();
    const began = performance.now();
    expect(await refusedBy(bomb)).toBe('picture-too-large');
    expect(performance.now() - began).toBeLessThan(500);
  });
});
