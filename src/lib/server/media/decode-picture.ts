// Owns decoding and drawing a picture anew: only what was drawn is kept, so nothing that the file hid can come along.
import sharp, { type Sharp } from 'sharp';
import { picture } from '#lib/domain/media/limits.ts';
import type { PictureShape } from '#lib/domain/media/read-picture.ts';
import type { PictureRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

// Whatever a signature let by, the library itself opens nothing else: SVG, PDF and others pass by default.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
// Memory before speed: one thread for each picture, and nothing kept from one to the next.
sharp.concurrency(1);
sharp.cache(false);

/** WebP, without any metadata, upright. */
export type DrawnPicture = {
  readonly whole: Buffer;
  readonly small: Buffer;
  readonly width: number;
  readonly height: number;
};

const longestSeconds = 20;
const openPicture = (bytes: Uint8Array, mostPixels: number): Sharp =>
  sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true }).timeout({
    seconds: longestSeconds
  });

const within = (image: Sharp, edge: number): Sharp =>
  image.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });

/** From the best to the lightest. The last one is taken whatever it weighs. */
const smallOnes = [
  { edge: picture.smallEdge, quality: 60 },
  { edge: picture.smallEdge, quality: 40 },
  { edge: picture.smallEdge, quality: 20 },
  { edge: 240, quality: 20 }
] as const;

async function drawSmall(whole: Buffer): Promise<Buffer> {
  let small = whole;
  for (const { edge, quality } of smallOnes) {
    small = await within(openPicture(whole, picture.mostPixels), edge).webp({ quality, effort: 5 }).toBuffer();
    if (small.length <= picture.smallBytes) break;
  }
  return small;
}

export async function decodePicture(
  bytes: Uint8Array,
  { interlaced }: Pick<PictureShape, 'interlaced'>
): Promise<Result<DrawnPicture, Extract<PictureRefusal, 'picture-too-large' | 'picture-broken'>>> {
  const mostPixels = interlaced ? picture.mostPixelsInterlaced : picture.mostPixels;
  try {
    const drawn = await within(openPicture(bytes, mostPixels).autoOrient(), picture.edge)
      .webp({ quality: 72 })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = drawn.info;
    return ok({ whole: drawn.data, small: await drawSmall(drawn.data), width, height });
  } catch (thrown) {
    return refuse(/pixel limit/.test(String(thrown)) ? 'picture-too-large' : 'picture-broken');
  }
}
