import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newAssembly } from '#lib/domain/assembly/state.ts';
import { pack, sha256 } from '../../../../tests/support/assemblies.ts';
import { by, Play } from '../../../../tests/support/assembly-play.ts';
import { aesKey, MemoryFile } from '../../../../tests/support/file-handles.ts';
import { histories, live, type Lived } from '../../../../tests/support/phone-histories.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { makeBox, openBox } from './box-file.ts';
import { readState, runAssembly } from './running-assembly.ts';
import { makeState, openState } from './state-file.ts';

/** `npm run long:phones` goes to the goal. */
const goal = 500;
const short = 10;
const refused = (code: string) => ({ ok: false, refusal: { code } });

test(
  'whatever fails and whenever the power goes, the count is what people were told',
  { timeout: 120_000 },
  async () => {
    const sum: Lived = { told: 0, cuts: 0, recordedAfterCut: 0, damaged: 0 };
    const property = fc.asyncProperty(histories, async (events) => {
      const lived = await live(events);
      for (const name of Object.keys(sum) as (keyof Lived)[]) sum[name] += lived[name];
    });
    await fc.assert(property, { numRuns: Math.max(short, goal / 50) });
    console.log(
      `R10, phone: ${short} assemblies (goal ${goal}), ${sum.told} votes told, ${sum.cuts} power cuts, ` +
        `${sum.recordedAfterCut} told after the next start, ${sum.damaged} slots torn, 0 lost, 0 doubled`
    );
    expect(sum.told).toBeGreaterThan(short * 4);
    expect(sum.cuts).toBeGreaterThan(5);
  }
);

async function open() {
  const key = await aesKey();
  const before = new Play().checkIn([10, 10, 10, 10]).do({ do: 'practise' });
  const files = { record: new MemoryFile(), box: new MemoryFile() };
  const record = must(await makeState(files.record, key, 'x', JSON.stringify(before.state)));
  const running = runAssembly(before.pack, record, must(await makeBox(files.box, key, 'x', 50)));
  must(await running.reportZero());
  must(await running.act({ do: 'open', by }));
  const reopen = async ({ record: kept, box }: typeof files) =>
    runAssembly(
      before.pack,
      must(await openState(kept.reopened(), key, 'x')),
      must(await openBox(box.reopened(), key, 'x'))
    );
  return { files, running, reopen };
}

describe('a vote', () => {
  test('needs a token, and marks that fit the ballot', async () => {
    const { running } = await open();
    expect(await running.vote([true, false, true])).toEqual(refused('nobody-at-booth'));
    must(await running.act({ do: 'take-token', colour: 'RM' }));
    expect(await running.vote([true])).toEqual(refused('ballot-wrong-length'));
    must(await running.vote([true, false, true]));
    expect(running.state().ballot).toMatchObject({ confirmed: 1, atBooth: null });
  });

  test('that is being written is not taken back by whoever walks away', async () => {
    const { running } = await open();
    must(await running.act({ do: 'take-token', colour: 'RM' }));
    const [voted, left] = await Promise.all([running.vote([true, true, true]), running.act({ do: 'give-token-back' })]);
    expect([voted, left]).toEqual([{ ok: true, value: null }, refused('nobody-at-booth')]);
    must(await running.close(by));
  });

  test('is told at the next start, when the phone stopped before anybody could read the thanks', async () => {
    const { files, running, reopen } = await open();
    must(await running.act({ do: 'take-token', colour: 'RM' }));
    must(await running.vote([true, true, true]));
    const next = await reopen(files);
    must(await next.resume(by));
    expect(next.state()).toMatchObject({ resumed: 'recorded', ballot: { confirmed: 1, atBooth: null } });
  });

  test('of which nobody knows keeps its token until the box is opened anew', async () => {
    const { files, running } = await open();
    must(await running.act({ do: 'take-token', colour: 'RM' }));
    files.box.faults.push('failed-flush', 'failed-flush');
    expect(await running.vote([true, true, true])).toEqual(refused('box-broken'));
    expect(await running.act({ do: 'give-token-back' })).toEqual(refused('box-broken'));
  });

  test('is not begun where the record cannot be written', async () => {
    const { files, running } = await open();
    files.record.faults.push('failed-write');
    expect(await running.act({ do: 'take-token', colour: 'RM' })).toEqual(refused('state-not-written'));
    expect(await running.vote([true, true, true])).toEqual(refused('nobody-at-booth'));
  });
});

test('a record of another pack or program is not gone on with', () => {
  const state = newAssembly(sha256, pack(), { enrolled: 3, role: 'leading' });
  expect(readState(JSON.stringify(state), pack())).toEqual(state);
  expect(() => readState(JSON.stringify(state), pack({ households: 3 }))).toThrow();
  expect(() => readState(JSON.stringify({ ...state, format: 'sigida-assembly-2' }), pack())).toThrow();
});
