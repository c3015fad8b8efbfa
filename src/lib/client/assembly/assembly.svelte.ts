// Owns what the screens of an assembly see: what the phone holds, its pack, the last refusal. Each act goes to the worker, and the screen
// changes once the worker has written it. It decides nothing.
import { proxy, wrap, type Remote } from 'comlink';
import { getContext, setContext } from 'svelte';
import { readPack, type Pack } from '#lib/domain/assembly/pack.ts';
import type { Enrolled } from '#lib/domain/assembly/pins.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import type { Refusal, Result } from '#lib/domain/shared/result.ts';
import { sha256 } from './hash.ts';
import { readSetup, writeSetup, forgetPhone, type Setup } from './kept-keys.ts';
import type { Unlocking } from './keys-on-phone.ts';
import type { Held, SignedAct } from './phone.ts';
import { holdProgram, letGo } from './offline.ts';
import type { HoldingRefusal } from './private-files.ts';
import type { PlainAct } from './running-assembly.ts';
import type { InWorker, SignedTold } from './worker.ts';

export class Assembly {
  /** null while the worker looks. */
  held = $state.raw<Held | null>(null);
  setup = $state.raw<Setup | null>(null);
  /** Why this phone cannot hold a vote; null where it can. */
  unable = $state.raw<HoldingRefusal | 'storage-in-use' | 'keys-unreadable' | null>(null);
  /** Of the last act; null once one went well. */
  refusal = $state.raw<Refusal | null>(null);
  /** Receipts of an assembly that was wiped a moment ago, for the last screen; null where nothing was. */
  wiped = $state.raw<readonly string[] | null>(null);
  /** An act is under way: a second press would do it twice. */
  busy = $state(false);

  readonly pack: Pack | null = $derived(packIn(this.setup));
  readonly state: AssemblyState | null = $derived(this.held?.held === 'open' ? this.held.state : null);

  private readonly worker: Remote<InWorker>;
  /** Version of the program, for envelopes. */
  private readonly program: string;

  constructor(worker: Worker, program: string) {
    this.worker = wrap<InWorker>(worker);
    this.program = program;
  }

  async start(): Promise<void> {
    this.setup = await readSetup();
    const held = await this.worker.look();
    if (held.ok) this.held = held.value;
    else {
      const { code } = held.refusal;
      this.unable = code === 'storage-in-use' || code === 'keys-unreadable' ? code : 'storage-missing';
    }
  }

  /** Asks for keeping first, which browsers grant to pages only. */
  async judgePhone(): Promise<void> {
    await navigator.storage?.persist?.();
    this.unable = await this.worker.whyCannotHoldVote();
  }

  publicKey = (): Promise<string> => this.worker.publicKey();
  signedEnvelopes = (): Promise<readonly string[]> => this.worker.signedEnvelopes(this.program);
  signedTold = (): Promise<readonly SignedTold[]> => this.worker.signedTold(this.program);

  async keepSetup(setup: Setup): Promise<void> {
    await writeSetup(setup);
    this.setup = setup;
  }

  draw = (enrolled: Enrolled, told: (done: number, of: number) => void) => this.worker.draw(enrolled, proxy(told));

  /** The PINs are with their people. */
  async keep(): Promise<boolean> {
    const { pack, setup } = this;
    // First: whatever is held has to be the program that it was prepared with.
    if (!pack || !setup || !(await holdProgram())) return false;
    return this.look(() => this.worker.keep($state.snapshot(pack) as Pack, setup.role));
  }

  async unlock(by: Unlocking): Promise<boolean> {
    const { pack } = this;
    return pack ? this.look(() => this.worker.unlock(pack, by)) : false;
  }

  /** True where it was done: the screen then shows what the phone wrote. */
  async act(act: PlainAct): Promise<boolean> {
    const { setup } = this;
    // Before it begins: from here on no newer pack may stand in its way.
    if (act.do === 'begin' && setup && !this.busy) await this.keepSetup({ ...setup, begun: true });
    return this.look(() => this.worker.act(act));
  }
  sign = (act: SignedAct, by: Unlocking): Promise<boolean> => this.look(() => this.worker.sign(act, by));
  vote = (marks: readonly boolean[]): Promise<boolean> => this.look(() => this.worker.vote(marks));
  reportZero = (): Promise<boolean> => this.look(() => this.worker.reportZero());
  practise = (marks: readonly boolean[]): Promise<boolean> => this.look(() => this.worker.practise(marks));
  endPractice = (): Promise<boolean> => this.look(() => this.worker.endPractice());
  lock = (): Promise<boolean> => this.look(async () => ({ ok: true, value: await this.worker.lock() }));
  wipe = (): Promise<boolean> => this.forget(() => this.worker.wipe());
  erase = (): Promise<boolean> => this.forget(() => this.worker.erase());

  private async forget(erase: () => Promise<Result<unknown>>): Promise<boolean> {
    const receipts = this.state?.receipts ?? [];
    const nothing = this.held?.held === 'nothing';
    const done = await this.look(erase);
    if (done) {
      await forgetPhone();
      await letGo();
      this.setup = null;
      if (!nothing) this.wiped = receipts;
    }
    return done;
  }

  /** Does one act, and looks at what the phone holds then, refused or not. */
  private async look(work: () => Promise<Result<unknown, string>>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const done = await work();
      this.refusal = done.ok ? null : done.refusal;
      const held = await this.worker.look();
      if (held.ok) this.held = held.value;
      return done.ok;
    } finally {
      this.busy = false;
    }
  }
}

function packIn(setup: Setup | null): Pack | null {
  const read = setup?.pack ? readPack(setup.pack, sha256) : null;
  return read?.ok ? read.value : null;
}

const key = Symbol('assembly');
export const provideAssembly = (assembly: Assembly): Assembly => setContext(key, assembly);
export const useAssembly = (): Assembly => getContext<Assembly>(key);

/** For screens that stand only on an opened assembly. @throws where there is none. */
export function useOpened(): { readonly assembly: Assembly; readonly pack: Pack; readonly state: AssemblyState } {
  const assembly = useAssembly();
  return {
    assembly,
    get pack() {
      if (!assembly.pack) throw new Error('This screen stands on an assembly that is not there');
      return assembly.pack;
    },
    get state() {
      if (!assembly.state) throw new Error('This screen stands on an assembly that is locked');
      return assembly.state;
    }
  };
}
