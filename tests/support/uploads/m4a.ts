// Owns putting together an M4A file, as a phone records it.
import { ascii, be, join } from './bytes.ts';

export const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const body = join(...parts);
  return join(be(body.length + 8), ascii(type), body);
};

/** Version and flags stand before the content. */
const full = (type: string, ...parts: readonly Uint8Array[]): Buffer => box(type, be(0), ...parts);

const zeros = (size: number): Uint8Array => new Uint8Array(size);

/** @param tags what the phone adds about itself. @param handler `vide` makes a film of it. */
export function m4a(seconds: number, { tags = '', handler = 'soun', entries = 1 } = {}): Buffer {
  const [scale, samples] = [8000, seconds * 10];
  const ticks = seconds * scale;
  // More entries than there are bytes, none of them longer than nothing: older readers never came to the end.
  const entry =
    entries > 1
      ? zeros(64)
      : box('mp4a', zeros(6), be(1, 2), zeros(8), be(1, 2), be(16, 2), zeros(4), be(scale * 65_536));
  const table = box(
    'stbl',
    full('stsd', be(entries), entry),
    full('stts', be(1), be(samples), be(scale / 10)),
    full('stsc', be(1), be(1), be(samples), be(1)),
    full('stsz', be(4), be(samples)),
    full('stco', be(1), be(32))
  );
  const media = box(
    'mdia',
    full('mdhd', zeros(8), be(scale), be(ticks), zeros(4)),
    full('hdlr', zeros(4), ascii(handler), zeros(13)),
    box('minf', full('smhd', zeros(4)), table)
  );
  const head = full('mvhd', zeros(8), be(scale), be(ticks), be(0x10000), be(0x100, 2), zeros(70), be(2));
  const track = box('trak', full('tkhd', zeros(8), be(1), zeros(4), be(ticks), zeros(60)), media);
  const told = tags ? [box('udta', ascii(tags))] : [];
  return join(
    box('ftyp', ascii('M4A '), be(0), ascii('M4A isom')),
    box('mdat', zeros(samples * 4)),
    box('moov', head, track, ...told)
  );
}
