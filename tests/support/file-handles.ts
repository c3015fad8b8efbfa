// Owns files that are written in place, for tests: one in memory that fails or loses its power when told to, and one on disk.
import { closeSync, fsyncSync, ftruncateSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { FileHandle } from '#lib/client/assembly/file-handle.ts';

/** The program ended in the middle of a call. */
export class PowerCut extends Error {}

/** What goes wrong at the next call of that kind, once. */
export type Fault = 'short-write' | 'failed-write' | 'failed-flush' | 'lost-write' | 'wrong-read' | 'failed-read';

export class MemoryFile implements FileHandle {
  bytes: Uint8Array<ArrayBuffer>;
  readonly faults: Fault[] = [];
  /** Bytes that may still be written before the power goes; a write that crosses it is torn there. */
  power = Number.POSITIVE_INFINITY;
  /** Calls that may still be made. */
  calls = Number.POSITIVE_INFINITY;
  written = 0;
  called = 0;
  closed = false;

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.bytes = Uint8Array.from(bytes);
  }

  /** The same file after the next start. */
  reopened = (): MemoryFile => new MemoryFile(this.bytes);

  read(buffer: Uint8Array<ArrayBuffer>, { at }: { readonly at: number }): number {
    this.call();
    if (this.take('failed-read')) throw new Error('The storage does not answer.');
    const part = this.bytes.subarray(at, at + buffer.length);
    buffer.set(part);
    if (this.take('wrong-read')) buffer[buffer.length >> 1] = (buffer[buffer.length >> 1] ?? 0) ^ 1;
    return part.length;
  }

  write(buffer: Uint8Array<ArrayBuffer>, { at }: { readonly at: number }): number {
    this.call();
    if (this.take('failed-write')) throw new Error('No room is left.');
    if (this.take('lost-write')) return buffer.length;
    const short = this.take('short-write');
    const part = buffer.subarray(0, Math.min(short ? buffer.length >> 1 : buffer.length, this.power - this.written));
    this.written += part.length;
    if (at + part.length > this.bytes.length) this.truncate(at + part.length);
    this.bytes.set(part, at);
    if (this.written >= this.power) {
      this.calls = 0;
      throw new PowerCut();
    }
    return part.length;
  }

  flush(): void {
    this.call();
    if (this.take('failed-flush')) throw new Error('The storage does not answer.');
  }

  getSize(): number {
    return this.bytes.length;
  }

  truncate(size: number): void {
    const longer = new Uint8Array(size);
    longer.set(this.bytes.subarray(0, size));
    this.bytes = longer;
  }

  close(): void {
    this.closed = true;
  }

  private call(): void {
    this.called += 1;
    if (this.called > this.calls) throw new PowerCut();
  }

  private take(fault: Fault): boolean {
    if (this.faults[0] !== fault) return false;
    this.faults.shift();
    return true;
  }
}

/** As the browser's handle of a file of its own would. */
export function diskFile(path: string): FileHandle {
  const file = openSync(path, 'a+');
  closeSync(file);
  const held = openSync(path, 'r+');
  return {
    read: (buffer, { at }) => readSync(held, buffer, 0, buffer.length, at),
    write: (buffer, { at }) => writeSync(held, buffer, 0, buffer.length, at),
    flush: () => fsyncSync(held),
    getSize: () => fstatSync(held).size,
    truncate: (size) => ftruncateSync(held, size),
    close: () => closeSync(held)
  };
}

export const aesKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
