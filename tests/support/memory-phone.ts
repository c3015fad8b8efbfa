// Owns a phone without a browser: its files lie in memory and outlive it, as they would a dead battery.
import { phoneWith, type Phone } from '#lib/client/assembly/phone.ts';
import type { PhoneFiles } from '#lib/client/assembly/phone-files.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { sha256 } from './assemblies.ts';
import { MemoryFile } from './file-handles.ts';

/** Fewer than a real phone's, which would take a minute here. */
const rounds = 10;

export class MemoryPhone implements PhoneFiles {
  readonly files = new Map<string, MemoryFile>();
  /** Milliseconds of the clock that only goes forward. */
  clock = 0;

  open = async (name: string) => {
    const file = this.files.get(name) ?? new MemoryFile();
    this.files.set(name, file);
    return ok(file);
  };

  remove = async (name: string) => this.files.delete(name);

  /** The program begins anew: whatever it had in memory is gone. */
  start(): Phone {
    this.clock = 0;
    for (const [name, file] of this.files) this.files.set(name, file.reopened());
    return phoneWith(this, sha256, () => this.clock, rounds);
  }
}

export const pinsOf = (pins: readonly string[]) => (one: number, other: number) =>
  ({
    pins: [
      { number: one, pin: pins[one - 1] ?? '' },
      { number: other, pin: pins[other - 1] ?? '' }
    ]
  }) as const;
