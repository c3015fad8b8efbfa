// Owns an assembly that two people opened on this phone: its record, and the box of the ballot that runs. Each ballot has a box of its
// own, made anew for each zero report; it refuses to make one over votes.
import { roomFor } from '#lib/domain/assembly/opening.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { decline, type BoxRefusal } from '#lib/domain/assembly/refusals.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { makeBox, openBox, type AssemblyBox } from './box-file.ts';
import { boxFile, type PhoneFiles } from './phone-files.ts';
import { boxName, runAssembly, type RunningAssembly } from './running-assembly.ts';
import { makeState, openState, type StateFile } from './state-file.ts';

type Answer<Value> = Promise<Result<Value, BoxRefusal>>;

const recordId = ({ poll, sitting, device }: Pack): string => [poll.id, sitting, device].join(' ');

/** What a power cut left of a record that nobody has keys for is overwritten. */
export async function makeRecord(files: PhoneFiles, key: CryptoKey, pack: Pack, state: AssemblyState): Answer<null> {
  const handle = await files.open('record');
  if (!handle.ok) return handle;
  handle.value.truncate(0);
  const record = await makeState(handle.value, key, recordId(pack), JSON.stringify(state));
  handle.value.close();
  return record.ok ? ok(null) : record;
}

export async function openAssembly(files: PhoneFiles, key: CryptoKey, pack: Pack) {
  const handle = await files.open('record');
  if (!handle.ok) return handle;
  const record = await openState(handle.value, key, recordId(pack));
  if (!record.ok) return (handle.value.close(), record);
  const found = runningOf(pack, record.value);
  if (!found) return (handle.value.close(), decline('state-unreadable'));
  const running: RunningAssembly = found;
  let box: AssemblyBox | null = null;

  function use(other: AssemblyBox | null): void {
    box?.close();
    box = other;
    running.useBox(other);
  }

  async function withBox(
    make: (file: Parameters<typeof openBox>[0], name: string) => ReturnType<typeof openBox> | ReturnType<typeof makeBox>
  ): Answer<null> {
    use(null);
    const file = await files.open(boxFile(running.state()));
    if (!file.ok) return file;
    const made = await make(file.value, boxName(pack, running.state()));
    if (!made.ok) return (file.value.close(), made);
    use(made.value);
    return ok(null);
  }

  const hasVotes = ({ phase, ballot }: AssemblyState): boolean => phase !== 'ready' || ballot.confirmed > 0;

  return ok({
    key,
    pack,
    running,
    /** Of the ballot that runs, after the phone stopped. */
    reopenBox: (): Answer<null> => withBox((file, name) => openBox(file, key, name)),
    /** Empty, and read back slot by slot. */
    freshBox: async (): Answer<null> =>
      hasVotes(running.state())
        ? decline('box-already-there')
        : withBox((file, name) => {
            file.truncate(0);
            return makeBox(file, key, name, roomFor(running.state()));
          }),
    letBoxGo: (): void => use(null),
    close: (): void => {
      use(null);
      record.value.close();
    }
  });
}

/** @returns null where the record is of another program or another pack: nothing of it may be guessed. */
function runningOf(pack: Pack, record: StateFile): RunningAssembly | null {
  try {
    return runAssembly(pack, record, null);
  } catch {
    return null;
  }
}

export type OpenAssembly = Extract<Awaited<ReturnType<typeof openAssembly>>, { ok: true }>['value'];
