// Owns files that are written in place, for tests: one in memory that fails or loses its power when told to, and one on disk.
import { closeSync, fsyncSync, ftruncateSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { FileHandle } from '#lib/client/assembly/file-handle.ts';

/** The program ended in the middle of a call. */
export class PowerCut extends Error {}

/** What goes wrong at the next call of that kind, once. */
export type Fault = 'short-write' | 'failed-write' | 'failed-flush' | 'lost-write' | 'wrong-read' | 'failed-read';

/** What all files of one phone run on. */
export class Power {
  /** That may still be written before it goes; a write that crosses it is torn there. */
  bytes = Number.POSITIVE_INFINITY;
  /** That may still be made. */
  calls = Number.POSITIVE_INFINITY;

  get isGone(): boolean {
    return this.bytes <= 0 || this.calls < 0;
  }
}

export class MemoryFile implements FileHandle {
  bytes: Uint8Array<ArrayBuffer>;
  private flushed: Uint8Array<ArrayBuffer>;
  readonly power: Power;
  readonly faults: Fault[] = [];

  constructor(bytes: Uint8Array = new Uint8Array(), power = new Power()) {
    this.bytes = Uint8Array.from(bytes);
    this.flushed = this.bytes.slice();
    this.power = power;
  }

  /** The same file after the next start. `flushed`: whatever the system still held in memory went with the power. */
  reopened = (power?: Power, survived: 'written' | 'flushed' = 'written'): MemoryFile =>
    new MemoryFile(survived === 'written' ? this.bytes : this.flushed, power);

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
    const part = buffer.subarray(0, Math.min(short ? buffer.length >> 1 : buffer.length, this.power.bytes));
    this.power.bytes -= part.length;
    if (at + part.length > this.bytes.length) this.truncate(at + part.length);
    this.bytes.set(part, at);
    if (this.power.isGone) throw new PowerCut();
    return part.length;
  }

  flush(): void {
    this.call();
    if (this.take('failed-flush')) throw new Error('The storage does not answer.');
    this.flushed = this.bytes.slice();
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
    this.faults.length = 0;
  }

  private call(): void {
    this.power.calls -= 1;
    if (this.power.isGone) throw new PowerCut();
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
