// Owns what reading a voice's structure answers. A reader refuses, with null, whatever is cut off or has anything behind it.

export type VoiceShape = {
  readonly seconds: number;
  /** The sound without the tags around it, which can carry names, places and pictures. */
  readonly from: number;
  readonly to: number;
  /** Parts within it that hold tags as well, and are emptied where they stand: other parts point behind them. */
  readonly tags?: readonly TagPart[];
  /** Where the description ends and sound of open length begins, which not every library can step over. */
  readonly head?: number;
};

export type TagPart = { readonly body: number; readonly end: number };

/** Answers null, and never throws for bytes that break off. */
export type ReadVoice = (bytes: Uint8Array) => VoiceShape | null;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const textAt = (bytes: Uint8Array, at: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
