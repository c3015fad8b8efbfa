// Owns taking the coded packets out of a voice in WebM, which another wrapping is to carry. It refuses packets tied together.
import { readWebm } from '#lib/domain/media/voices/read-webm.ts';
import { textAt, viewOf } from '#lib/domain/media/voices/voice-shape.ts';
import { ids, walkWebm } from '#lib/domain/media/voices/walk-webm.ts';

export type OpusPackets = {
  /** The description of the sound (RFC 7845, 5.1), the same in both wrappings. */
  readonly head: Uint8Array;
  readonly channels: 1 | 2;
  readonly packets: readonly Uint8Array[];
};

/** Of a block, after the track's number and the time: two bits say whether it holds several packets. */
const [flagsAt, laced, packetAt] = [3, 0x06, 4];

/** Channels that are only left and right, or one: others are told in more bytes, and nobody speaks in them. */
function channelsOf(head: Uint8Array): 1 | 2 | null {
  if (head.length !== 19 || textAt(head, 0, 8) !== 'OpusHead' || head[18] !== 0) return null;
  const channels = head[9];
  return channels === 1 || channels === 2 ? channels : null;
}

/** Null where it is no voice that `readWebm` takes, or describes its sound in another way. */
export function packetsOf(bytes: Uint8Array): OpusPackets | null {
  if (!readWebm(bytes)) return null;
  let head = new Uint8Array();
  let isTied = false;
  const packets: Uint8Array[] = [];
  walkWebm(bytes, {
    found: (id, body) => {
      if (id === ids.codecHead) head = Uint8Array.from(body);
      if (id !== ids.simpleBlock && id !== ids.block) return;
      if (body.length <= packetAt || (viewOf(body).getUint8(flagsAt) & laced) !== 0) isTied = true;
      else packets.push(body.subarray(packetAt));
    }
  });
  const channels = channelsOf(head);
  return channels && !isTied ? { head, channels, packets } : null;
}
