// Owns bytes as text in Crockford's base 32, upper case: what a QR code holds in few modules and people can read aloud. It refuses
// signs of other alphabets.

/** No I, L, O or U, which are read for other signs. */
export const base32Signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a sign; the last one is filled up with noughts. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32Signs.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

/** @returns null for other signs, and for bits left over that no writer leaves. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const values = [...text].map((sign) => base32Signs.indexOf(sign));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const whole = bits.length - (bits.length % 8);
  if (bits.length - whole > 4 || bits.slice(whole).includes('1')) return null;
  return Uint8Array.from(bits.slice(0, whole).match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}
