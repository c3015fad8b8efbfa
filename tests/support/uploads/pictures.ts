// Owns pictures as people and attackers send them, made here, with what must become of each.
import sharp from 'sharp';
import { crc32, deflateSync } from 'node:zlib';
import { ascii, be, cut, join } from './bytes.ts';

/** `refused`: the code; null where it is taken in. */
export type Sent = { readonly name: string; readonly bytes: Uint8Array; readonly refused: string | null };

export const noise = (width = 640, height = 480) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } }
  });

const chunk = (type: string, data: Uint8Array): Buffer =>
  join(be(data.length), ascii(type), data, be(crc32(join(ascii(type), data))));

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** One grey for all pixels: many megapixels in few kilobytes. */
function flatPng(width: number, height: number): Buffer {
  const head = join(be(width), be(height), [8, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.alloc((width + 1) * height), { level: 9 });
  return join(pngStart, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', join()));
}

/** Taken with a phone held upright: its place, its owner's words, its colour profile, and rows that lie sideways. */
export const tellingJpeg = (): Promise<Buffer> =>
  noise(800, 600)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Copyright: 'Zoumarou' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 16/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 3/1 0/1' }
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>Zoumarou</place></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const html = '<html><script>alert(1)</script></html>';
const heaviest = 6 * 1024 * 1024;

/** A comment of the picture's own, right behind its first two bytes. */
const withComment = (jpeg: Uint8Array, text: string): Buffer =>
  join(jpeg.subarray(0, 2), [0xff, 0xfe], be(text.length + 2, 2), ascii(text), jpeg.subarray(2));

const animated = (): Promise<Buffer> =>
  sharp(Buffer.alloc(20 * 40 * 3, 90).fill(200, 1200), { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
    .webp({ loop: 0 })
    .toBuffer();

export async function pictures(): Promise<readonly Sent[]> {
  const [jpeg, png, webp] = await Promise.all([
    noise().jpeg().toBuffer(),
    noise().png().toBuffer(),
    noise().webp().toBuffer()
  ]);
  const gif = await noise(20, 20).gif().toBuffer();
  const interlaced = await sharp(flatPng(5000, 5000)).png({ progressive: true }).toBuffer();
  // Eight bytes a pixel, and no row known before the last byte: as much memory as a picture can ask for.
  const greediest = sharp(flatPng(4000, 3999)).ensureAlpha().toColourspace('rgb16').png({ progressive: true });
  const moving = join(png.subarray(0, 33), chunk('acTL', join(be(2), be(0))), png.subarray(33));
  const sent: [name: string, bytes: Uint8Array, refused: string | null][] = [
    ['photo.jpg', jpeg, null],
    ['photo.png', png, null],
    ['photo.webp', webp, null],
    ['progressive.jpg', await noise().jpeg({ progressive: true }).toBuffer(), null],
    ['printed-cmyk.jpg', await noise().toColourspace('cmyk').jpeg().toBuffer(), null],
    ['a-dot.png', flatPng(1, 1), null],
    ['a-line.png', flatPng(16_000, 1), null],
    ['phone-with-place.jpg', await tellingJpeg(), null],
    ['with-a-short-film-behind.jpg', join(jpeg, be(24), ascii('ftypisom'), Buffer.alloc(500, 7)), null],
    ['html-in-comment.jpg', withComment(jpeg, html), null],
    ['39-megapixels.png', flatPng(7800, 5000), null],
    ['16-megapixels-interlaced.png', await greediest.toBuffer(), null],
    ['wrong-name.gif', jpeg, null],
    ['html-behind.jpg', join(jpeg, ascii(html)), 'picture-broken'],
    ['zip-behind.png', join(png, ascii('PK\u0003\u0004hidden'), Buffer.alloc(80)), 'picture-broken'],
    ['program-behind.webp', join(webp, ascii('MZ\u0090'), Buffer.alloc(80)), 'picture-broken'],
    ['gif-as-script.jpg', ascii('GIF89a/*\u0001\u0001*/=1;alert(1)//'), 'picture-kind'],
    ['drawing.gif', gif, 'picture-kind'],
    ['drawing.svg', ascii(svg), 'picture-kind'],
    ['drawing-renamed.png', ascii(svg), 'picture-kind'],
    ['page.jpg', ascii(html), 'picture-kind'],
    ['program-elf.jpg', join([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1], Buffer.alloc(2000)), 'picture-kind'],
    ['program-exe.png', join(ascii('MZ\u0090'), Buffer.alloc(2000)), 'picture-kind'],
    ['script.webp', ascii('#!/bin/sh\nrm -rf ~\n'), 'picture-kind'],
    ['paper.pdf', ascii('%PDF-1.7\n'), 'picture-kind'],
    ['scan.tiff', await noise(20, 20).tiff().toBuffer(), 'picture-kind'],
    ['iphone.heic', join(be(24), ascii('ftypheic'), Buffer.alloc(400)), 'picture-kind'],
    ['nothing.jpg', join(), 'picture-kind'],
    ['magic-only.jpg', join([0xff, 0xd8, 0xff, 0xe0]), 'picture-broken'],
    ['magic-and-program.jpg', join([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], [0x7f, 0x45, 0x4c, 0x46]), 'picture-broken'],
    ['magic-and-zeros.png', join(png.subarray(0, 8), Buffer.alloc(3000)), 'picture-broken'],
    ['sticker-that-moves.webp', await animated(), 'picture-kind'],
    ['drawing-that-moves.png', moving, 'picture-kind'],
    ['cut-off.jpg', cut(jpeg), 'picture-broken'],
    ['cut-off.png', cut(png), 'picture-broken'],
    ['cut-off.webp', cut(webp), 'picture-broken'],
    ['bytes-lost.png', join(png.subarray(0, 5000), Buffer.alloc(200), png.subarray(5200)), 'picture-broken'],
    ['81-megapixels.png', flatPng(9000, 9000), 'picture-too-large'],
    ['25-megapixels-interlaced.png', interlaced, 'picture-too-large'],
    ['6-megabytes.jpg', join(jpeg, Buffer.alloc(heaviest - jpeg.length)), null],
    ['6-megabytes-and-one.jpg', join(jpeg, Buffer.alloc(heaviest - jpeg.length + 1)), 'picture-too-heavy']
  ];
  return sent.map(([name, bytes, refused]) => ({ name, bytes, refused }));
}
