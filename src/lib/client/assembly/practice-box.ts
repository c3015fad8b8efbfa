// Owns the box of a practice vote: fruit, written and read back as real ballots are, into a file of its own that is wiped when the
// practice ends. Nothing of it is counted.
import { decline, type BoxRefusal } from '#lib/domain/assembly/refusals.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { writeBallot } from '#lib/domain/vote/ballot-string.ts';
import { practiceOptions } from '#lib/domain/vote/practice.ts';
import { makeBox, type AssemblyBox } from './box-file.ts';
import type { PhoneFiles } from './phone-files.ts';

const slots = 200;
const shape = { options: practiceOptions.length, marks: 'many' } as const;

export function practiceOn(files: PhoneFiles) {
  let box: AssemblyBox | null = null;

  async function cast(key: CryptoKey, marks: readonly boolean[]): Promise<Result<null, BoxRefusal>> {
    const ballot = writeBallot('HW', marks, shape);
    if (!ballot.ok) return decline('ballot-too-long');
    if (!box || box.filling().free === 0) {
      await wipe();
      const handle = await files.open('practice');
      if (!handle.ok) return handle;
      handle.value.truncate(0);
      const made = await makeBox(handle.value, key, 'practice', slots);
      if (!made.ok) return (handle.value.close(), made);
      box = made.value;
    }
    return box.cast(ballot.value);
  }

  async function wipe(): Promise<void> {
    box?.wipe();
    box?.close();
    box = null;
    await files.remove('practice');
  }

  return { cast, wipe };
}
