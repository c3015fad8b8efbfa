// Owns how long a packet of Opus sounds, as its first bytes tell (RFC 6716, 3.1). It refuses more than a packet can hold.

const longestPacket = 0.12;

/** Seconds of one frame by the first five bits: four groups of speech, two of both, four of music. */
function frameSeconds(config: number): number {
  if (config < 12) return [0.01, 0.02, 0.04, 0.06][config & 3] ?? 0;
  if (config < 16) return config & 1 ? 0.02 : 0.01;
  return 0.0025 * 2 ** (config & 3);
}

/** The last two bits: one frame, two of them twice over, or as many as the next byte says. */
function frames(packet: Uint8Array): number {
  const code = (packet[0] ?? 0) & 3;
  if (code === 0) return 1;
  return code === 3 ? (packet[1] ?? 0) & 0x3f : 2;
}

/** Null where there is no such packet. */
export function opusSeconds(packet: Uint8Array): number | null {
  if (packet.length === 0) return null;
  const seconds = frames(packet) * frameSeconds((packet[0] ?? 0) >> 3);
  return seconds > 0 && seconds <= longestPacket ? seconds : null;
}
