// Owns an assembly as it runs on a phone: its record and its box, kept in step. It says "recorded" after the box gave the ballot back and
// never before, lets nobody vote whose token is not in the record, and refuses to go on where either file fails.
//
// A token is in the record's file before its ballot is in the box, and stays the last one there until the next step. So after a crash the
// two differ by one vote at most, and the box says what became of the last voter, thanked or not.
import type { Act, ActOf, Signers } from '#lib/domain/assembly/acts.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { decline, type AssemblyRefusal, type BoxRefusal } from '#lib/domain/assembly/refusals.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { step } from '#lib/domain/assembly/step.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { writeBallot } from '#lib/domain/vote/ballot-string.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import type { AssemblyBox } from './box-file.ts';
import type { StateFile } from './state-file.ts';

type Refused = AssemblyRefusal | BoxRefusal | 'ballot-wrong-length' | 'ballot-one-choice';
type Done = Promise<Result<null, Refused>>;

/** Those that the box has a say in are methods of their own. */
type BoxAct = 'report-zero' | 'confirm' | 'resume' | 'close' | 'hand-over' | 'count';
export type PlainAct = Exclude<Act, { readonly do: BoxAct }>;

type Sum = Pick<ActOf<'count'>, 'by' | 'unused' | 'note'>;

/** One name for each ballot of an assembly: the slots of one box open in no other. */
export const boxName = ({ poll, sitting, device }: Pack, { ballot, call }: AssemblyState): string =>
  [poll.id, ballot.kind, call, sitting, device].join(' ');

/** @throws where the record is of another program or pack: nothing of it may be guessed. */
export function readState(text: string, pack: Pack): AssemblyState {
  const state = JSON.parse(text) as AssemblyState;
  if (state.format !== 'sigida-assembly-1' || state.pack !== pack.digest)
    throw new Error('The record of the assembly is not of this pack');
  return state;
}

/** @param box of the ballot that runs; null before one is made, and where people's hands are counted. */
export function runAssembly(pack: Pack, file: StateFile, box: AssemblyBox | null) {
  let state = readState(file.text(), pack);
  const filling = () => box?.filling() ?? { used: 0, free: 0, damaged: 0 };

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a voter who walks away while their ballot is being written has voted. */
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(work);
    last = answer.catch(() => null);
    return answer;
  };

  /** The record stands once its file says so. */
  async function act(each: Act): Done {
    // The ballot may be in the box: only opening it anew can tell whether this token was used.
    if (each.do === 'give-token-back' && box?.isBroken()) return decline('box-broken');
    const next = step(pack, state, each);
    if (!next.ok) return next;
    const saved = await file.save(JSON.stringify(next.value));
    if (saved.ok) state = next.value;
    return saved;
  }

  /** @param marks one for each project. @returns ok once the ballot is recorded: only now may the screen say so. */
  async function vote(marks: readonly boolean[]): Done {
    const { atBooth, kind, options } = state.ballot;
    if (!atBooth || !box || state.phase !== 'voting') return decline('nobody-at-booth');
    const shape = { options: options.length, marks: ruleOfPoll(kind, pack.ballot.rule).marks };
    const ballot = writeBallot(atBooth, marks, shape);
    if (!ballot.ok) return ballot;
    const cast = await box.cast(ballot.value);
    if (!cast.ok) return cast;
    const confirmed = step(pack, state, { do: 'confirm' });
    if (!confirmed.ok) return confirmed;
    // The file learns it with the next step. Were it written now, a phone that stops before anybody has read the thanks would start
    // again without a word of this voter, and they would vote twice.
    state = confirmed.value;
    return ok(null);
  }

  const opened = async () => (state.ballot.channel === 'phone' && box ? await box.ballots() : null);

  return {
    state: (): AssemblyState => state,
    act: (plain: PlainAct): Done => inTurn(() => act(plain)),
    vote: (marks: readonly boolean[]): Done => inTurn(() => vote(marks)),
    reportZero: (): Done => inTurn(() => act({ do: 'report-zero', filling: filling() })),
    resume: (by: Signers): Done => inTurn(() => act({ do: 'resume', by, filling: filling() })),
    close: (by: Signers): Done => inTurn(() => act({ do: 'close', by, filling: filling() })),
    count: (sum: Sum): Done => inTurn(async () => act({ do: 'count', ...sum, own: await opened() })),
    handOver: (sum: Sum): Done => inTurn(async () => act({ do: 'hand-over', ...sum, own: await opened() })),
    /** Each ballot has a box of its own. */
    useBox: (other: AssemblyBox | null): void => void (box = other)
  };
}

export type RunningAssembly = ReturnType<typeof runAssembly>;
