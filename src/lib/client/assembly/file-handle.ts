// Owns what is asked of a file that is written in place, and writing so that only what can be read back counts as written.

/** The shape of the browser's `FileSystemSyncAccessHandle`: in a worker, one holder at a time. Any call may throw. */
export type FileHandle = {
  read(buffer: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(buffer: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  flush(): void;
  getSize(): number;
  truncate(size: number): void;
  close(): void;
};

/** @returns null where the file ends before, or cannot be read. */
export function readAt(handle: FileHandle, at: number, bytes: number): Uint8Array<ArrayBuffer> | null {
  const buffer = new Uint8Array(bytes);
  try {
    return handle.read(buffer, { at }) === bytes ? buffer : null;
  } catch {
    return null;
  }
}

/** Writes, flushes and reads back. False where any of it went wrong: what the file then holds is not known. */
export function writeThrough(handle: FileHandle, at: number, bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    if (handle.write(bytes, { at }) !== bytes.length) return false;
    handle.flush();
  } catch {
    return false;
  }
  const back = readAt(handle, at, bytes.length);
  return back !== null && back.every((byte, place) => byte === bytes[place]);
}

/** Writes noise over all of it before it is let go, so that what the file held is not simply lying there. */
export function wipeFile(handle: FileHandle, noise: (bytes: number) => Uint8Array<ArrayBuffer>): boolean {
  try {
    const size = handle.getSize();
    const over = size === 0 || writeThrough(handle, 0, noise(size));
    handle.truncate(0);
    handle.flush();
    return over && handle.getSize() === 0;
  } catch {
    return false;
  }
}
