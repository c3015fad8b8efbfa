// Owns all that this phone holds of an assembly: keys, record and boxes, from the drawing of PINs to the wiping. It runs in a worker, knows
// no screen, and refuses whatever two people did not sign.
import type { ActOf } from '#lib/domain/assembly/acts.ts';
import type { Envelope } from '#lib/domain/assembly/envelope.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { Enrolled } from '#lib/domain/assembly/pins.ts';
import { decline, type AssemblyRefusal, type BoxRefusal } from '#lib/domain/assembly/refusals.ts';
import { newAssembly, type AssemblyState } from '#lib/domain/assembly/state.ts';
import { envelopesOf } from '#lib/domain/assembly/told.ts';
import type { Sha256 } from '#lib/domain/audit/chain.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { keysOn, type Unlocking } from './keys-on-phone.ts';
import { makeRecord, openAssembly, type OpenAssembly } from './open-assembly.ts';
import { wipeFiles, type PhoneFiles } from './phone-files.ts';
import { practiceOn } from './practice-box.ts';
import type { PlainAct } from './running-assembly.ts';

/** What two people sign, without saying who they are: the PINs say it. */
export type SignedAct =
  | { readonly do: 'reconvene' | 'open' | 'pause' | 'resume' | 'close' }
  | Omit<ActOf<'count'>, 'by' | 'own'>
  | Omit<ActOf<'hand-over'>, 'by' | 'own'>
  | Omit<ActOf<'declare-void'>, 'by'>;

/** `nothing`: no vote is on this phone. `locked`: two people open it; `wait`: seconds until the next try. */
export type Held =
  | { readonly held: 'nothing' }
  | { readonly held: 'locked'; readonly enrolled: Enrolled; readonly wait: number }
  | { readonly held: 'open'; readonly enrolled: Enrolled; readonly state: AssemblyState };

export type PhoneRefusal = AssemblyRefusal | BoxRefusal | 'ballot-wrong-length' | 'ballot-one-choice';
type Answer<Value> = Promise<Result<Value, PhoneRefusal>>;

/** @param now as for `keysOn`. @param rounds fewer for tests only. */
export function phoneWith(files: PhoneFiles, sha256: Sha256, now: () => number, rounds?: number) {
  const keys = keysOn(files, now, rounds);
  const practice = practiceOn(files);
  let open: OpenAssembly | null = null;

  async function look(): Answer<Held> {
    const found = await keys.held();
    if (!found.ok) return found;
    if (!found.value) return ok({ held: 'nothing' });
    const { enrolled } = found.value.keys;
    return ok(
      open ? { held: 'open', enrolled, state: open.running.state() } : { held: 'locked', enrolled, wait: keys.wait() }
    );
  }

  /** PINs by people's numbers, and the recovery code: shown once, stored nowhere. */
  async function draw(enrolled: Enrolled, told?: (done: number, of: number) => void) {
    const { pins, recoveryCode } = await keys.draw(enrolled, told);
    return { pins, recoveryCode };
  }

  /** The PINs are with their people. The keys come last: without them the phone holds nothing. */
  async function keep(pack: Pack, role: AssemblyState['role']): Answer<null> {
    const drawn = keys.drawn();
    if (!drawn) return decline('keys-not-drawn');
    const state = newAssembly(sha256, pack, { enrolled: drawn.wrapped.enrolled, role });
    const made = await makeRecord(files, drawn.key, pack, state);
    return made.ok ? keys.keep() : made;
  }

  /** Two people open what is on the phone. Where people were voting, it goes on from what the box says. */
  async function unlock(pack: Pack, by: Unlocking): Answer<AssemblyState> {
    const checked = await keys.check(by);
    if (!checked.ok) return checked;
    if (open) return ok(open.running.state());
    const opened = await openAssembly(files, checked.value.key, pack);
    if (!opened.ok) return opened;
    open = opened.value;
    const { phase, ballot } = open.running.state();
    const box = ballot.channel === 'phone' && ballot.zeroReport ? await open.reopenBox() : ok(null);
    if (!box.ok) return box;
    return phase === 'voting' || phase === 'paused'
      ? after(open.running.resume(checked.value.signers))
      : ok(open.running.state());
  }

  async function after(done: Promise<Result<null, PhoneRefusal>>): Answer<AssemblyState> {
    const result = await done;
    if (!result.ok) return result;
    return open ? ok(open.running.state()) : decline('not-now');
  }

  /** Shown to everybody, of a box that was just made. */
  async function reportZero(): Answer<AssemblyState> {
    if (!open) return decline('not-now');
    const made = await open.freshBox();
    return made.ok ? after(open.running.reportZero()) : made;
  }

  /** What needs no signature. */
  async function act(plain: PlainAct): Answer<AssemblyState> {
    if (!open) return decline('not-now');
    const done = await after(open.running.act(plain));
    if (done.ok && (plain.do === 'next-ballot' || plain.do === 'follow')) open.letBoxGo();
    return done;
  }

  /** What two people sign, each time by their PINs. */
  async function sign(signed: SignedAct, by: Unlocking): Answer<AssemblyState> {
    const checked = await keys.check(by);
    if (!checked.ok) return checked;
    if (!open) return decline('not-now');
    const { running } = open;
    const { signers } = checked.value;
    switch (signed.do) {
      case 'resume':
        return after(running.resume(signers));
      case 'close':
        return after(running.close(signers));
      case 'count':
        return after(running.count({ ...signed, by: signers }));
      case 'hand-over':
        return after(running.handOver({ ...signed, by: signers }));
      case 'declare-void':
        return after(running.act({ ...signed, by: signers }));
      case 'reconvene':
        open.letBoxGo();
        return after(running.act({ do: 'reconvene', by: signers }));
      default:
        return after(running.act({ do: signed.do, by: signers }));
    }
  }

  /** @returns ok once the ballot is in the box and was read back. */
  const vote = async (marks: readonly boolean[]): Answer<AssemblyState> =>
    open ? after(open.running.vote(marks)) : decline('not-now');

  const practise = async (marks: readonly boolean[]): Answer<null> =>
    open ? practice.cast(open.key, marks) : decline('not-now');

  async function endPractice(): Answer<AssemblyState> {
    await practice.wipe();
    return act({ do: 'practise' });
  }

  /** What this phone hands in, once it is counted. */
  const envelopes = (program: string): readonly Envelope[] =>
    open ? envelopesOf(sha256, open.pack, open.running.state(), program) : [];

  /** Nobody can go on without two people. */
  function lock(): void {
    open?.close();
    open = null;
  }

  /** After the receipt, or once two people declared it void. */
  async function wipe(): Answer<null> {
    const done = open ? await open.running.act({ do: 'wipe' }) : decline('not-now');
    return done.ok ? erase() : done;
  }

  /** Without anybody's leave: the screen says what is lost. Whoever holds the phone could empty the browser as well. */
  async function erase(): Answer<null> {
    await keys.wipe();
    lock();
    await wipeFiles(files);
    return ok(null);
  }

  return { look, draw, keep, unlock, lock, act, sign, vote, reportZero, practise, endPractice, envelopes, wipe, erase };
}

export type Phone = ReturnType<typeof phoneWith>;
