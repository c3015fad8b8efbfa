// Owns reading M4A (ISO 14496-12): whole boxes to the last byte, sound tracks only, and time summed from the samples.
import { textAt, viewOf, type ReadVoice, type TagPart } from '#lib/domain/media/voices/voice-shape.ts';

type Box = TagPart & { readonly type: string };

/** Null where they do not tile the range. */
function boxesIn(bytes: Uint8Array, from: number, to: number): readonly Box[] | null {
  const boxes: Box[] = [];
  for (let at = from; at < to;) {
    if (at + 8 > to) return null;
    const size = viewOf(bytes).getUint32(at);
    // 1 means eight more bytes of length and 0 "to the end": neither is needed below four gigabytes.
    if (size < 8 || at + size > to) return null;
    boxes.push({ type: textAt(bytes, at + 4), body: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}

/** The box at a path such as `mdia/hdlr`, within another. */
function boxAt(bytes: Uint8Array, within: Box, path: string): Box | null {
  return path.split('/').reduce<Box | null>((box, type) => {
    const inside = box && boxesIn(bytes, box.body, box.end);
    return inside?.find((one) => one.type === type) ?? null;
  }, within);
}

const tags = ['udta', 'meta', 'uuid'];
const topLevel = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', ...tags]);

/** A phone writes where it was into them. */
function tagsIn(bytes: Uint8Array, boxes: readonly Box[]): readonly TagPart[] {
  return boxes.flatMap((box) => {
    if (tags.includes(box.type)) return [box];
    return ['moov', 'trak'].includes(box.type) ? tagsIn(bytes, boxesIn(bytes, box.body, box.end) ?? []) : [];
  });
}

/** Seconds of one track, from how long each of its samples says to last; null unless it is a sound. */
function secondsOf(bytes: Uint8Array, track: Box): number | null {
  const [handler, head] = [boxAt(bytes, track, 'mdia/hdlr'), boxAt(bytes, track, 'mdia/mdhd')];
  const times = boxAt(bytes, track, 'mdia/minf/stbl/stts');
  if (!handler || !head || !times || textAt(bytes, handler.body + 8) !== 'soun') return null;
  const view = viewOf(bytes);
  const scaleAt = head.body + (bytes[head.body] === 1 ? 20 : 12);
  const count = times.body + 8 <= times.end ? view.getUint32(times.body + 4) : 0;
  if (scaleAt + 4 > head.end || times.body + 8 + count * 8 > times.end) return null;
  let ticks = 0;
  for (let at = times.body + 8; at < times.body + 8 + count * 8; at += 8)
    ticks += view.getUint32(at) * view.getUint32(at + 4);
  return ticks / view.getUint32(scaleAt);
}

export const readM4a: ReadVoice = (bytes) => {
  const boxes = boxesIn(bytes, 0, bytes.length);
  if (boxes?.[0]?.type !== 'ftyp' || boxes.some(({ type }) => !topLevel.has(type))) return null;
  const moov = boxes.find(({ type }) => type === 'moov');
  const tracks = moov && boxesIn(bytes, moov.body, moov.end)?.filter(({ type }) => type === 'trak');
  if (tracks?.length !== 1 || !tracks[0] || !boxes.some(({ type }) => type === 'mdat')) return null;
  const seconds = secondsOf(bytes, tracks[0]);
  if (seconds === null || !(seconds > 0) || !Number.isFinite(seconds)) return null;
  return { seconds, from: 0, to: bytes.length, tags: tagsIn(bytes, boxes) };
};
