// Owns drawing by the browser's own randomness, every answer as likely as any other.

/** @param below at most 2³². @returns a whole number from 0. */
export function drawBelow(below: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  // The last numbers would come up once too often.
  const fair = 2 ** 32 - (2 ** 32 % below);
  return drawn < fair ? drawn % below : drawBelow(below);
}

export const drawDigits = (count: number): string => Array.from({ length: count }, () => drawBelow(10)).join('');

export const drawBytes = (count: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(count);
  // More at once is refused.
  for (let at = 0; at < count; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};
