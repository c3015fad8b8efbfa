// Owns walking over the elements of WebM (EBML, RFC 8794) to the last byte. It refuses whatever does not tile the file.

export const ids = {
  head: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  codec: 0x86,
  codecHead: 0x63a2,
  cluster: 0x1f43b675,
  clusterTime: 0xe7,
  group: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3
} as const;

/** Those that are opened; the others are stepped over. Attached files are not among what is let by. */
const opened = new Set<number>([ids.segment, ids.info, ids.tracks, ids.track, ids.cluster, ids.group, ids.head]);
const refused = new Set<number>([0x1941a469]);

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

export type WebmWalk = {
  /** An element with content of its own. */
  readonly found: (id: number, body: Uint8Array) => void;
  /** Where a cluster of sound begins. */
  readonly cluster?: (at: number) => void;
};

/** @returns whether the elements tile the file: whatever stands behind the last one is no element. */
export function walkWebm(bytes: Uint8Array, { found, cluster }: WebmWalk): boolean {
  let at = 0;
  while (at < bytes.length) {
    const id = readNumber(bytes, at, true);
    const size = id && readNumber(bytes, at + id.length, false);
    if (!id || !size || refused.has(id.value)) return false;
    const body = at + id.length + size.length;
    const end = size.unknown ? bytes.length : body + size.value;
    if (end > bytes.length) return false;
    if (opened.has(id.value)) {
      // The segment is the rest of the file.
      if (id.value === ids.segment && end !== bytes.length) return false;
      if (id.value === ids.cluster) cluster?.(at);
      at = body;
    } else {
      if (size.unknown) return false;
      found(id.value, bytes.subarray(body, end));
      at = end;
    }
  }
  return true;
}
