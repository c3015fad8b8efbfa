// Owns a phone with a whole assembly on it, lived through with faults and power cuts, and what people there remember of it. The short
// run and the long one share it.
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { boxName, runAssembly } from '#lib/client/assembly/running-assembly.ts';
import { makeBox, openBox, slotBytes } from '#lib/client/assembly/box-file.ts';
import { copyBytes, makeState, openState } from '#lib/client/assembly/state-file.ts';
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import { noneByColour, tallyBallots } from '#lib/domain/vote/tally.ts';
import { newAssembly, type AssemblyState } from '#lib/domain/assembly/state.ts';
import { pack as packOf, sha256 } from './assemblies.ts';
import { by, Play } from './assembly-play.ts';
import { aesKey, MemoryFile, Power, type Fault } from './file-handles.ts';
import { must } from './two-files.ts';

const each = 10;
const pack = packOf();
const id = pack.digest;
const name = boxName(pack, newAssembly(sha256, pack, { enrolled: 3, role: 'leading' }));

export type Event =
  | { readonly do: 'voter'; readonly marks: readonly boolean[]; readonly leaves: boolean }
  | { readonly do: 'reload' }
  | { readonly do: 'fault'; readonly at: 'box' | 'record'; readonly fault: Fault }
  /** Of the power, after so many bytes. */
  | { readonly do: 'cut'; readonly after: number; readonly survived: 'written' | 'flushed' }
  /** Of the program, between two calls. */
  | { readonly do: 'kill'; readonly after: number };

const cutWithin = (min: number, max: number): fc.Arbitrary<Event> =>
  fc.record({
    do: fc.constant('cut' as const),
    after: fc.noBias(fc.integer({ min, max })),
    survived: fc.constantFrom('written', 'flushed')
  });

const marks = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });
const voter = fc.record({ do: fc.constant('voter' as const), marks, leaves: fc.boolean() });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: voter },
  { weight: 1, arbitrary: fc.constant<Event>({ do: 'reload' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      at: fc.constantFrom('box' as const, 'record' as const),
      fault: fc.constantFrom<Fault[]>('short-write', 'failed-write', 'failed-flush', 'lost-write', 'wrong-read')
    })
  },
  // A voter's token is written to both copies of the record, then the ballot to its slot, then the record again.
  { weight: 1, arbitrary: cutWithin(1, 4 * copyBytes + slotBytes) },
  { weight: 2, arbitrary: cutWithin(2 * copyBytes, 2 * copyBytes + slotBytes) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), after: fc.nat(16) }) }
);
export const histories = fc.array(event, { minLength: 14, maxLength: 24, size: 'max' });

export type Lived = { told: number; cuts: number; recordedAfterCut: number; damaged: number };

/** A box for forty people, opened. Practice, check-in and zero report are played before, since nobody's vote hangs on them. */
async function phone(key: CryptoKey) {
  const before = new Play().checkIn([each, each, each, each]);
  before.do({ do: 'practise' });
  const state = { ...before.state, pack: pack.digest };
  const power = new Power();
  const files = { record: new MemoryFile(undefined, power), box: new MemoryFile(undefined, power) };
  const box = must(await makeBox(files.box, key, name, 60));
  const running = runAssembly(pack, must(await makeState(files.record, key, id, JSON.stringify(state))), box);
  must(await running.reportZero());
  must(await running.act({ do: 'open', by }));
  return { files, running };
}

/**
 * Everybody who was told "recorded" has gone; whoever was not goes on until they are told, or leaves. @throws where afterwards one
 * ballot is missing, doubled or another.
 */
export async function live(events: readonly Event[]): Promise<Lived> {
  const key = await aesKey();
  let { files, running } = await phone(key);
  const told: { colour: Colour; marks: readonly boolean[] }[] = [];
  let survived: 'written' | 'flushed' = 'written';
  const lived: Lived = { told: 0, cuts: 0, recordedAfterCut: 0, damaged: 0 };

  /** Two people start the phone anew. @returns what it says of whoever was voting. */
  async function restart(): Promise<AssemblyState> {
    const power = new Power();
    files = { record: files.record.reopened(power, survived), box: files.box.reopened(power, survived) };
    survived = 'written';
    const record = must(await openState(files.record, key, id));
    const opened = must(await openBox(files.box, key, name));
    running = runAssembly(pack, record, opened);
    must(await running.resume(by));
    return running.state();
  }

  /** One person at the booth, with everything that happens to them until they are told, or go. */
  async function person(colour: Colour, given: readonly boolean[], leaves: boolean): Promise<void> {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const taken = running.state().ballot.atBooth !== null || (await running.act({ do: 'take-token', colour })).ok;
      const voted = taken && (await running.vote(given)).ok;
      if (voted) {
        told.push({ colour, marks: given });
        lived.cuts += Number(files.box.power.isGone);
        if (files.box.power.isGone) await restart();
        return;
      }
      if (files.box.power.isGone || attempt > 1) {
        lived.cuts += Number(files.box.power.isGone);
        const { resumed } = await restart();
        // Whoever never saw a project knows that this is said of the one before.
        if (resumed === 'recorded' && taken) {
          lived.recordedAfterCut += 1;
          told.push({ colour, marks: given });
          return;
        }
        if (leaves) return;
      }
    }
    throw new Error('A phone that works lets nobody vote.');
  }

  let next = 0;
  for (const happens of events) {
    if (happens.do === 'reload') await restart();
    if (happens.do === 'fault') files[happens.at].faults.push(happens.fault);
    if (happens.do === 'cut') {
      files.box.power.bytes = happens.after;
      survived = happens.survived;
    }
    if (happens.do === 'kill') files.box.power.calls = happens.after;
    if (happens.do === 'voter' && next < each * colourCodes.length) {
      await person(colourCodes[next % colourCodes.length] ?? 'HW', happens.marks, happens.leaves);
      next += 1;
    }
  }
  await restart();
  must(await running.close(by));
  must(await running.count({ by, unused: noneByColour, note: 'des personnes sont parties' }));
  const options = pack.ballot.options.map(({ id: option }) => option);
  const expected = tallyBallots(
    options,
    told.map(({ colour, marks: said }) => ({ colour, yes: options.filter((_, place) => said[place]) }))
  );
  const counts = running.state().ballot.own;
  if (!isDeepStrictEqual(counts?.tally, expected))
    throw new Error(`${JSON.stringify(counts?.tally)}, and people said ${JSON.stringify(expected)}`);
  return { ...lived, told: told.length, damaged: counts?.damaged ?? 0 };
}
