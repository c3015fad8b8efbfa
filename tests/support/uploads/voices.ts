// Owns sounds as people and attackers send them, put together here byte by byte, with what must become of each.
import { pageChecksum } from '#lib/domain/media/voices/read-ogg.ts';
import { ascii, be, cut, join, le } from './bytes.ts';
import { box, m4a } from './m4a.ts';
import type { Sent } from './pictures.ts';

/** Unsigned, one byte a sample. @param claimed seconds that the header says, where it lies. */
export function wav(seconds: number, claimed = seconds, rate = 8000): Buffer {
  const fmt = join(ascii('fmt '), le(16), le(1, 2), le(1, 2), le(rate), le(rate), le(1, 2), le(8, 2));
  const data = join(ascii('data'), le(claimed * rate), Buffer.alloc(seconds * rate, 128));
  return join(ascii('RIFF'), le(4 + fmt.length + data.length), ascii('WAVE'), fmt, data);
}

/** Frames of 417 bytes, of 128 kbit/s at 44.1 kHz. */
export const mp3 = (seconds: number): Buffer => {
  const frame = join([0xff, 0xfb, 0x90, 0x00], Buffer.alloc(413));
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => frame));
};

const id3 = (text: string): Buffer => {
  const frame = join(ascii('TIT2'), be(text.length + 1), [0, 0, 0], ascii(text));
  return join(ascii('ID3'), [3, 0, 0], be(frame.length), frame);
};

/** Twenty milliseconds in which nobody speaks. */
const hush = [0xf8, 0xff, 0xfe];

function page(flags: number, granule: number, number: number, packets: readonly (readonly number[])[], serial = 7) {
  const sizes = packets.map(({ length }) => length);
  const bytes = join(
    ascii('OggS'),
    [0, flags],
    le(granule, 8),
    le(serial),
    le(number),
    le(0),
    [sizes.length],
    sizes,
    packets.flat()
  );
  bytes.set(le(pageChecksum(bytes)), 22);
  return bytes;
}

const opusHead = [...join(ascii('OpusHead'), [1, 1], le(0, 2), le(48_000), le(0, 2), [0])];
const opusTags = [...join(ascii('OpusTags'), le(4), ascii('test'), le(0))];

/** One page a second. */
export const ogg = (seconds: number, serial = 7): Buffer =>
  join(
    page(2, 0, 0, [opusHead], serial),
    page(0, 0, 1, [opusTags], serial),
    ...Array.from({ length: seconds }, (_, second) =>
      page(second === seconds - 1 ? 4 : 0, (second + 1) * 48_000, second + 2, Array<number[]>(50).fill(hush), serial)
    )
  );

const element = (id: number, body: Uint8Array): Buffer => {
  const size = Math.ceil(Math.log2(id + 1) / 8);
  return join(be(id, size), be(0x10000000 + body.length), body);
};
const unknownLength = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

/** As a browser records it: without a length of the whole, nor of its parts. */
export function webm(seconds: number, { codec = 'A_OPUS', kind = 2 } = {}): Buffer {
  const track = join(element(0xd7, be(1, 1)), element(0x83, be(kind, 1)), element(0x86, ascii(codec)));
  const cluster = (second: number) =>
    join(
      be(0x1f43b675),
      unknownLength,
      element(0xe7, be(second * 1000)),
      ...Array.from({ length: 50 }, (_, packet) => element(0xa3, join([0x81], be(packet * 20, 2), [0x80], hush)))
    );
  return join(
    element(0x1a45dfa3, element(0x4282, ascii('webm'))),
    be(0x18538067),
    unknownLength,
    element(0x1549a966, element(0x2ad7b1, be(1_000_000))),
    element(0x1654ae6b, element(0xae, track)),
    ...Array.from({ length: seconds }, (_, second) => cluster(second))
  );
}

const html = '<html><script>alert(1)</script></html>';
const elf = join([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1], Buffer.alloc(2000));

export function voices(): readonly Sent[] {
  const sent: [name: string, bytes: Uint8Array, refused: string | null][] = [
    ['voice.ogg', ogg(3), null],
    ['voice.webm', webm(3), null],
    ['voice.mp3', mp3(3), null],
    ['voice-with-title.mp3', join(id3('Zoumarou'), mp3(3)), null],
    ['voice.m4a', m4a(3), null],
    ['voice-with-place.m4a', m4a(3, { tags: 'Zoumarou' }), null],
    ['voice.wav', wav(3), null],
    ['two-minutes.wav', wav(120), null],
    ['121-seconds.wav', wav(121), 'voice-too-long'],
    ['121-seconds.ogg', ogg(121), 'voice-too-long'],
    ['121-seconds.webm', webm(121), 'voice-too-long'],
    ['121-seconds.mp3', mp3(121), 'voice-too-long'],
    ['121-seconds.m4a', m4a(121), 'voice-too-long'],
    ['cut-off.ogg', cut(ogg(3)), 'voice-broken'],
    ['cut-off.webm', cut(webm(3)), 'voice-broken'],
    ['cut-off.mp3', cut(mp3(3)), 'voice-broken'],
    ['cut-off.m4a', cut(m4a(3)), 'voice-broken'],
    ['cut-off.wav', cut(wav(3)), 'voice-broken'],
    ['says-more-than-it-has.wav', wav(3, 100), 'voice-broken'],
    ['says-less-than-it-has.wav', wav(121, 3), 'voice-broken'],
    ['page-lost.ogg', join(ogg(3).subarray(0, -300), ogg(3).subarray(-227)), 'voice-broken'],
    ['second-voice-behind.ogg', join(ogg(3), ogg(3, 8)), 'voice-broken'],
    ['bytes-changed.ogg', join(ogg(3).subarray(0, -5), [1, 2, 3, 4, 5]), 'voice-broken'],
    ['garbage-behind-a-frame.mp3', join(mp3(1), Buffer.alloc(900, 0x5a)), 'voice-broken'],
    ['garbage-behind-a-tag.mp3', join(id3('x'), ascii(html.repeat(20))), 'voice-broken'],
    ['zip-behind.mp3', join(mp3(1), ascii('PK\u0003\u0004')), 'voice-broken'],
    ['page-behind.wav', join(wav(1), ascii(html)), 'voice-broken'],
    ['page-behind.m4a', join(m4a(1), ascii(html)), 'voice-broken'],
    ['page-behind.webm', join(webm(1), ascii(html)), 'voice-broken'],
    ['film.m4a', m4a(3, { handler: 'vide' }), 'voice-broken'],
    ['film.webm', webm(3, { codec: 'V_VP9', kind: 1 }), 'voice-broken'],
    ['other-codec.webm', webm(3, { codec: 'A_VORBIS' }), 'voice-broken'],
    ['endless-table.m4a', m4a(3, { entries: 2 ** 32 - 1 }), 'voice-broken'],
    ['unknown-box.m4a', join(m4a(3), box('evil', ascii(html))), 'voice-broken'],
    ['page.mp3', ascii(html), 'voice-kind'],
    ['program.mp3', elf, 'voice-kind'],
    ['program.wav', join(ascii('MZ\u0090'), Buffer.alloc(2000)), 'voice-kind'],
    ['other-riff.wav', join(ascii('RIFF'), le(40), ascii('AVI '), Buffer.alloc(36)), 'voice-kind'],
    ['flac.ogg', ascii('fLaC\u0000\u0000'), 'voice-kind'],
    ['nothing.ogg', join(), 'voice-kind'],
    ['4-megabytes-and-one.wav', join(wav(1), Buffer.alloc(4 * 1024 * 1024 + 1 - wav(1).length)), 'voice-too-heavy']
  ];
  return sent.map(([name, bytes, refused]) => ({ name, bytes, refused }));
}
