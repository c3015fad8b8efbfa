// Owns an assembly played without a phone: a list of ballots stands for the box, and two people sign whatever has to be signed.
import type { Act, Counter } from '#lib/domain/assembly/acts.ts';
import { makePack, type PackBody } from '#lib/domain/assembly/pack.ts';
import { newAssembly, type AssemblyState } from '#lib/domain/assembly/state.ts';
import { step } from '#lib/domain/assembly/step.ts';
import { writeBallot } from '#lib/domain/vote/ballot-string.ts';
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import { countLines, fieldNames, type HandCount } from '#lib/domain/vote/hand-count.ts';
import { noneByColour } from '#lib/domain/vote/tally.ts';
import { packBody, sha256 } from './assemblies.ts';
import { byColour, type Four } from './tallies.ts';
import { must } from './two-files.ts';

export const by = [1, 3] as const;
export const slots = 100;

/** How many said yes to each option, by colour; which of them does not matter to any count. */
export type YesByOption = readonly Four[];

export class Play {
  readonly pack;
  state: AssemblyState;
  box: string[] = [];

  constructor(change: Partial<PackBody> = {}, role: 'leading' | 'second' = 'leading', options?: readonly string[]) {
    this.pack = makePack(sha256, packBody(change, options));
    this.state = newAssembly(sha256, this.pack, { enrolled: 3, role });
  }

  try = (act: Act) => step(this.pack, this.state, act);

  do(...acts: readonly Act[]): this {
    for (const act of acts) this.state = must(this.try(act));
    return this;
  }

  get filling() {
    return { used: this.box.length, free: slots - this.box.length, damaged: 0 };
  }

  get shape() {
    const { kind, options } = this.state.ballot;
    return { options: options.length, marks: ruleOfPoll(kind, this.pack.ballot.rule).marks };
  }

  checkIn(present: Four, others: Partial<Record<'youth' | 'disability' | 'disputes', number>> = {}): this {
    this.do({ do: 'begin' }, { do: 'read-definition' });
    const counters: Partial<Record<Counter, number>> = { ...byColour(present), ...others };
    for (const [what, times] of Object.entries(counters) as [Counter, number][])
      for (let time = 0; time < times; time += 1) this.do({ do: 'count-in', what });
    return this.do({ do: 'judge-quorum' });
  }

  open(): this {
    this.box = [];
    if (this.state.role === 'leading') this.do({ do: 'practise' });
    return this.do({ do: 'report-zero', filling: this.filling }, { do: 'open', by });
  }

  vote(colour: Colour, marks: readonly boolean[]): this {
    this.do({ do: 'take-token', colour });
    this.box.push(must(writeBallot(colour, marks, this.shape)));
    return this.do({ do: 'confirm' });
  }

  /** The first voters of each colour say yes, so that one mark each is one mark each. */
  voteAll(voters: Four, yes: YesByOption): this {
    const [count, given] = [byColour(voters), yes.map(byColour)];
    for (const colour of colourCodes)
      for (let voter = 0; voter < count[colour]; voter += 1) this.vote(colour, this.marksOf(given, colour, voter));
    return this;
  }

  private marksOf(yes: readonly ByColour<number>[], colour: Colour, voter: number): readonly boolean[] {
    let before = 0;
    return yes.map((option) => {
      const from = this.shape.marks === 'one' ? before : 0;
      before += option[colour];
      return voter >= from && voter < from + option[colour];
    });
  }

  close = (): this => this.do({ do: 'close', by, filling: this.filling });

  get sum() {
    return { by, own: { ballots: this.box, damaged: 0 }, unused: noneByColour, note: '' };
  }

  count = (): this => this.do({ do: 'count', ...this.sum });

  whole = (voters: Four, yes: YesByOption): this => this.open().voteAll(voters, yes).close().count();
}

export const ten: Four = [10, 10, 10, 10];
/** As in the first numbered example: c wins, and over half said yes. */
export const example: YesByOption = [
  [10, 10, 3, 3],
  [6, 6, 6, 6],
  [9, 9, 4, 4]
];

/** Figures of a count by hand; all that are not named are nought. */
export const handCount = (
  channel: 'stones' | 'hands',
  kind: 'first' | 'ratification',
  options: number,
  figures: HandCount
): HandCount => ({
  ...Object.fromEntries(fieldNames(countLines(channel, kind, options)).map((name) => [name, 0])),
  ...figures
});
