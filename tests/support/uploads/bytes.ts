// Owns putting bytes together as file formats want them.

export const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const join = (...parts: readonly (Uint8Array | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Uint8Array.from(part)));

/** Big-endian, of `size` bytes. */
export const be = (value: number, size = 4): Uint8Array =>
  Uint8Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** (size - 1 - at)) & 0xff);
export const le = (value: number, size = 4): Uint8Array => be(value, size).reverse();

/** The first part of a file: as if the network had gone. */
export const cut = (bytes: Uint8Array, share = 0.7): Uint8Array => bytes.slice(0, Math.floor(bytes.length * share));
