// Owns a film of QR codes for a browser's fake camera: each for some pictures, over and over.
import { writeFileSync } from 'node:fs';
import { pictureOfQr } from './qr-pictures.ts';

const [width, height] = [640, 480];
const picturesEach = 8;

/** YUV4MPEG2 in grey. */
export function writeFilm(path: string, texts: readonly string[]): void {
  const colourless = Buffer.alloc((width / 2) * (height / 2) * 2, 128);
  const frames = texts.flatMap((text) => {
    const grey = Buffer.alloc(width * height, 255);
    const { size, greyAt } = pictureOfQr(text, 5);
    const [left, top] = [Math.floor((width - size) / 2), Math.floor((height - size) / 2)];
    for (let y = 0; y < size; y += 1)
      for (let x = 0; x < size; x += 1) grey[(top + y) * width + left + x] = greyAt(x, y) === 0 ? 16 : 235;
    const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, colourless]);
    return Array.from({ length: picturesEach }, () => frame);
  });
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frames])
  );
}
