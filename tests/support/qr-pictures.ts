// Owns pictures of QR codes as a camera would see them, drawn from the same modules as the screens.
import { encodeQR } from 'qr';

const margin = 4;

/** Grey values of a square picture, `scale` points for each module. */
export function pictureOfQr(text: string, scale = 4) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: margin });
  const size = modules.length * scale;
  const isDark = (x: number, y: number) => modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
  return { size, greyAt: (x: number, y: number): number => (isDark(x, y) ? 0 : 255) };
}

export function imageOfQr(text: string, scale = 4) {
  const { size, greyAt } = pictureOfQr(text, scale);
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) data.set([greyAt(x, y), greyAt(x, y), greyAt(x, y), 255], (y * size + x) * 4);
  return { width: size, height: size, data };
}
