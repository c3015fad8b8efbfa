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
const wholeOnes = [
  { edge: picture.edge, quality: 72 },
  { edge: picture.edge, quality: 50 },
  { edge: picture.edge, quality: 30 },
  { edge: 960, quality: 25 }
] as const;
const smallOnes = [
  { edge: picture.smallEdge, quality: 60 },
  { edge: picture.smallEdge, quality: 40 },
  { edge: picture.smallEdge, quality: 20 },
  { edge: 240, quality: 20 }
] as const;

type Pixels = { readonly data: Buffer; readonly info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };
type Size = { readonly edge: number; readonly quality: number };
type Drawn = { readonly data: Buffer; readonly width: number; readonly height: number };

/** The best of these that weighs no more than `most`. */
async function lightest({ data, info }: Pixels, ones: readonly Size[], most: number): Promise<Drawn> {
  let drawn: Drawn = { data, width: 0, height: 0 };
  for (const { edge, quality } of ones) {
    const made = await within(sharp(data, { raw: info }), edge)
      .webp({ quality, effort: 5 })
      .toBuffer({ resolveWithObject: true });
    drawn = { data: made.data, width: made.info.width, height: made.info.height };
    if (drawn.data.length <= most) break;
    // Each try costs a processor of a small machine: what is far too heavy is drawn at the lightest at once.
    if (drawn.data.length > most * 3) return lightest({ data, info }, ones.slice(-1), Infinity);
  }
  return drawn;
}

export async function decodePicture(
  bytes: Uint8Array,
  { interlaced }: Pick<PictureShape, 'interlaced'>
): Promise<Result<DrawnPicture, Extract<PictureRefusal, 'picture-too-large' | 'picture-broken'>>> {
  const mostPixels = interlaced ? picture.mostPixelsInterlaced : picture.mostPixels;
  try {
    // Decoded once: what is drawn from here on are pixels, of a size that we chose.
    const pixels = await within(openPicture(bytes, mostPixels).autoOrient(), picture.edge)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { data: whole, width, height } = await lightest(pixels, wholeOnes, picture.wholeBytes);
    const { data: small } = await lightest(pixels, smallOnes, picture.smallBytes);
    return ok({ whole, small, width, height });
  } catch (thrown) {
    return refuse(/pixel limit/.test(String(thrown)) ? 'picture-too-large' : 'picture-broken');
  }
}
