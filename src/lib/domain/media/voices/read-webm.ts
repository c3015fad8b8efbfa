// Owns reading Opus in WebM (EBML, RFC 8794): one sound track, and time counted block by block, since recorders tell none.
import { viewOf, textAt, type ReadVoice } from '#lib/domain/media/voices/voice-shape.ts';

const ids = {
  head: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  codec: 0x86,
  cluster: 0x1f43b675,
  clusterTime: 0xe7,
  group: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3
} as const;

/** Those that are opened; the others are stepped over. Attached files are not among what is let by. */
const opened = new Set<number>([ids.segment, ids.info, ids.tracks, ids.track, ids.cluster, ids.group, ids.head]);
const refused = new Set<number>([0x1941a469]);
const [sound, nanosecondsASecond] = [2, 1e9];

/** A number of one to eight bytes, whose first tells how many. `unknown`: a length that a live recorder left open. */
function readNumber(bytes: Uint8Array, at: number, withMark: boolean) {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  if (length > 8 || at + length > bytes.length) return null;
  const mark = 1 << (8 - length);
  const rest = bytes.subarray(at + 1, at + length);
  const low = (bytes[at] ?? 0) & (mark - 1);
  const value = rest.reduce((sum, byte) => sum * 256 + byte, withMark ? low | mark : low);
  return { length, value, unknown: low === mark - 1 && rest.every((byte) => byte === 0xff) };
}

const unsigned = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

type Heard = {
  docType: string;
  scale: number;
  tracks: number;
  sounds: number;
  codec: string;
  time: number;
  last: number;
};

function hear(heard: Heard, id: number, body: Uint8Array): void {
  if (id === ids.docType) heard.docType = textAt(body, 0, body.length);
  else if (id === ids.scale) heard.scale = unsigned(body);
  else if (id === ids.trackType)
    [heard.tracks, heard.sounds] = [heard.tracks + 1, heard.sounds + Number(body[0] === sound)];
  else if (id === ids.codec) heard.codec = textAt(body, 0, body.length);
  else if (id === ids.clusterTime) heard.time = unsigned(body);
  else if ((id === ids.simpleBlock || id === ids.block) && body.length > 4)
    // The track's number, of one byte here, and then the time since the cluster's.
    heard.last = Math.max(heard.last, heard.time + viewOf(body).getInt16(1));
}

export const readWebm: ReadVoice = (bytes) => {
  const heard: Heard = { docType: '', scale: 1_000_000, tracks: 0, sounds: 0, codec: '', time: 0, last: -1 };
  let [at, head] = [0, bytes.length];
  // Elements tile the file: whatever stands behind the last one is no element, and refused.
  while (at < bytes.length) {
    const id = readNumber(bytes, at, true);
    const size = id && readNumber(bytes, at + id.length, false);
    if (!id || !size || refused.has(id.value)) return null;
    const body = at + id.length + size.length;
    if (opened.has(id.value)) {
      const end = size.unknown ? bytes.length : body + size.value;
      // The segment is the rest of the file.
      if (end > bytes.length || (id.value === ids.segment && end !== bytes.length)) return null;
      if (id.value === ids.cluster) head = Math.min(head, at);
      at = body;
    } else {
      if (size.unknown || body + size.value > bytes.length) return null;
      hear(heard, id.value, bytes.subarray(body, body + size.value));
      at = body + size.value;
    }
  }
  const rightSound = heard.docType === 'webm' && heard.codec === 'A_OPUS' && heard.tracks === 1 && heard.sounds === 1;
  if (!rightSound || heard.last < 0) return null;
  return { seconds: ((heard.last + 1) * heard.scale) / nanosecondsASecond, from: 0, to: bytes.length, head };
};
