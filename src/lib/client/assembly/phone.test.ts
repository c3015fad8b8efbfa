import { describe, expect, test } from 'vitest';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { pack as packWith } from '../../../../tests/support/assemblies.ts';
import { MemoryPhone, pinsOf } from '../../../../tests/support/memory-phone.ts';
import { must } from '../../../../tests/support/two-files.ts';
import type { Phone } from './phone.ts';

const pack = packWith();
const refused = (code: string) => ({ ok: false, refusal: { code } });

async function prepared() {
  const files = new MemoryPhone();
  const phone = files.start();
  const { pins, recoveryCode } = await phone.draw(3);
  must(await phone.keep(pack, 'leading'));
  return { files, phone, by: pinsOf(pins), recoveryCode };
}

/** Ten of each colour are there, and the box is open. */
async function voting() {
  const one = await prepared();
  const { phone, by } = one;
  must(await phone.unlock(pack, by(1, 3)));
  must(await phone.act({ do: 'begin' }));
  must(await phone.act({ do: 'read-definition' }));
  for (const what of colourCodes)
    for (let time = 0; time < 10; time += 1) must(await phone.act({ do: 'count-in', what }));
  must(await phone.act({ do: 'judge-quorum' }));
  must(await phone.practise([true, false, true]));
  must(await phone.endPractice());
  must(await phone.reportZero());
  must(await phone.sign({ do: 'open' }, by(2, 3)));
  return one;
}

async function voteAll(phone: Phone, times: number): Promise<void> {
  for (const colour of colourCodes)
    for (let time = 0; time < times; time += 1) {
      must(await phone.act({ do: 'take-token', colour }));
      must(await phone.vote([true, false, time % 2 === 0]));
    }
}

describe('preparing', () => {
  test('nothing is on the phone before the PINs are with their people', async () => {
    const files = new MemoryPhone();
    const phone = files.start();
    expect(await phone.look()).toEqual({ ok: true, value: { held: 'nothing' } });
    expect(await phone.keep(pack, 'leading')).toEqual(refused('keys-not-drawn'));
    await phone.draw(4);
    expect(await files.start().look()).toEqual({ ok: true, value: { held: 'nothing' } });
  });

  test('a preparation that was cut off does not stand in the way of the next one', async () => {
    const { files, by } = await prepared();
    files.files.delete('keys');
    const phone = files.start();
    const { pins } = await phone.draw(3);
    must(await phone.keep(pack, 'leading'));
    expect(await phone.unlock(pack, by(1, 2))).toEqual(refused('pins-wrong'));
    expect((await phone.unlock(pack, pinsOf(pins)(1, 2))).ok).toBe(true);
  });
});

describe('opening', () => {
  test('any two of three, never one twice, nor the code mistyped', async () => {
    const { files, by, recoveryCode } = await prepared();
    for (const pair of [by(1, 2), by(3, 1), by(2, 3), { code: recoveryCode }])
      expect((await files.start().unlock(pack, pair)).ok).toBe(true);
    const phone = files.start();
    expect(await phone.unlock(pack, by(2, 2))).toEqual(refused('pins-of-one'));
    expect(await phone.unlock(pack, { code: recoveryCode.slice(1) })).toMatchObject(
      refused('recovery-code-incomplete')
    );
    expect(await phone.look()).toEqual({ ok: true, value: { held: 'locked', enrolled: 3, wait: 0 } });
  });

  test('wrong PINs wait, also after a restart, and right ones end the waiting', async () => {
    const { files, phone, by } = await prepared();
    const wrong = pinsOf(['x', 'y', 'z'])(1, 2);
    for (let time = 0; time < 5; time += 1) expect(await phone.unlock(pack, wrong)).toEqual(refused('pins-wrong'));
    expect(await phone.unlock(pack, by(1, 2))).toEqual({
      ok: false,
      refusal: { code: 'pins-wait', detail: { seconds: 15 } }
    });
    const again = files.start();
    expect(await again.look()).toMatchObject({ value: { wait: 15 } });
    files.clock = 15_000;
    must(await again.unlock(pack, by(1, 2)));
    again.lock();
    expect(await again.look()).toMatchObject({ value: { held: 'locked', wait: 0 } });
  });

  test('the record of another vote is none of ours', async () => {
    const { files, by } = await prepared();
    expect(await files.start().unlock(packWith({ consultation: 2 }), by(1, 2))).toEqual(refused('state-unreadable'));
  });
});

describe('a vote', () => {
  test('goes on from the same count after a dead battery, and hands in what was cast', async () => {
    const { files, phone, by } = await voting();
    await voteAll(phone, 2);
    must(await phone.act({ do: 'take-token', colour: 'RW' }));
    const next = files.start();
    expect(must(await next.unlock(pack, by(1, 2)))).toMatchObject({ phase: 'voting', resumed: 'not-recorded' });
    await voteAll(next, 8);
    must(await next.sign({ do: 'close' }, by(1, 2)));
    const none = { HW: 0, HM: 0, RW: 0, RM: 0 };
    must(await next.sign({ do: 'count', unused: none, note: '' }, by(2, 3)));
    expect(next.envelopes('0.1.0')).toMatchObject([
      { counts: { tally: { ballots: { HW: 10, HM: 10, RW: 10, RM: 10 } } } }
    ]);
  });

  test('each signature is asked anew', async () => {
    const { phone } = await voting();
    expect(await phone.sign({ do: 'close' }, pinsOf(['1', '2', '3'])(1, 2))).toEqual(refused('pins-wrong'));
    expect(await phone.look()).toMatchObject({ value: { state: { phase: 'voting' } } });
  });

  test('a practice leaves nothing behind, not even a file', async () => {
    const { files } = await voting();
    expect([...files.files.keys()].sort()).toEqual(['box-first-first', 'keys', 'record']);
  });

  test('a zero report makes the box anew, and never over votes', async () => {
    const { phone } = await voting();
    await voteAll(phone, 1);
    expect(await phone.reportZero()).toEqual(refused('box-already-there'));
  });

  test('locked, it shows nothing and takes nothing', async () => {
    const { phone, by } = await voting();
    phone.lock();
    expect(await phone.act({ do: 'take-token', colour: 'HW' })).toEqual(refused('not-now'));
    expect(await phone.vote([true, true, true])).toEqual(refused('not-now'));
    expect(await phone.practise([true, true, true])).toEqual(refused('not-now'));
    expect(await phone.sign({ do: 'close' }, by(1, 2))).toEqual(refused('not-now'));
    expect(phone.envelopes('0.1.0')).toEqual([]);
  });
});

describe('wiping', () => {
  test('before the receipt it is refused; declared void, nothing is left', async () => {
    const { files, phone, by } = await voting();
    expect(await phone.wipe()).toEqual(refused('not-now'));
    must(await phone.sign({ do: 'declare-void', reason: 'écran cassé' }, by(1, 2)));
    must(await phone.wipe());
    expect([...files.files.keys()]).toEqual([]);
    expect(await phone.look()).toEqual({ ok: true, value: { held: 'nothing' } });
  });
});
