// Owns at which moment of an assembly each act may come, in one table, and who has to sign it. No act asks the hour: a phone whose clock
// jumps by a month goes on as before.
import type { Act, ActOf, Signers } from '#lib/domain/assembly/acts.ts';
import * as after from '#lib/domain/assembly/after-count.ts';
import * as checkIn from '#lib/domain/assembly/check-in.ts';
import * as counting from '#lib/domain/assembly/counting.ts';
import * as opening from '#lib/domain/assembly/opening.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { enterCount } from '#lib/domain/assembly/reconciling.ts';
import { decline, type AssemblyRefusal } from '#lib/domain/assembly/refusals.ts';
import type { AssemblyState, Phase } from '#lib/domain/assembly/state.ts';
import * as voting from '#lib/domain/assembly/voting.ts';
import type { Result } from '#lib/domain/shared/result.ts';

type Step = Result<AssemblyState, AssemblyRefusal>;
type Move<Kind extends Act['do']> = readonly [
  phases: readonly Phase[],
  take: (pack: Pack, state: AssemblyState, act: ActOf<Kind>) => Step
];

const running: readonly Phase[] = ['prepared', 'check-in', 'no-quorum', 'ready', 'voting', 'paused', 'closed'];
const over: readonly Phase[] = ['handed-over', 'counted', 'announced', 'missed', 'minuted'];

const moves: { readonly [Kind in Act['do']]: Move<Kind> } = {
  begin: [['prepared'], checkIn.begin],
  'read-definition': [['check-in'], checkIn.readDefinition],
  'count-in': [['check-in'], checkIn.countIn],
  'count-back': [['check-in'], checkIn.countBack],
  'judge-quorum': [['check-in'], checkIn.judge],
  'check-in-again': [['no-quorum', 'ready'], checkIn.checkInAgain],
  reconvene: [['no-quorum'], checkIn.reconvene],
  'choose-channel': [['ready'], opening.chooseChannel],
  'use-phones': [['ready'], opening.usePhones],
  practise: [['ready'], opening.practise],
  'report-zero': [['ready'], opening.reportZero],
  open: [['ready'], opening.open],
  'take-token': [['voting'], voting.takeToken],
  confirm: [['voting'], voting.confirm],
  'give-token-back': [['voting'], voting.giveTokenBack],
  pause: [['voting'], voting.pause],
  resume: [['voting', 'paused'], voting.resume],
  close: [['voting'], voting.close],
  'enter-count': [['closed'], enterCount],
  'take-counts': [['closed'], counting.takeCounts],
  'judge-sum': [['closed'], counting.judgeSum],
  'hand-over': [['closed'], counting.handOver],
  count: [['closed'], counting.count],
  announce: [['counted'], after.announce],
  settle: [['announced'], after.settle],
  'next-ballot': [['announced'], after.nextBallot],
  follow: [['handed-over'], after.follow],
  'note-minutes': [['announced', 'missed', 'handed-over', 'minuted'], after.noteMinutes],
  'keep-signatures': [['minuted', 'handed-over'], after.keepSignatures],
  received: [['minuted', 'handed-over'], after.received],
  'declare-void': [[...running, ...over], after.declareVoid],
  wipe: [['sent', 'void'], after.wipe]
};

/** Whether this act has its moment now; a screen offers no other. */
export const isTimeFor = ({ phase }: Pick<AssemblyState, 'phase'>, act: Act['do']): boolean =>
  moves[act][0].includes(phase);

const areTwo = (by: Signers, enrolled: number): boolean =>
  by === 'recovery-code' ||
  (by[0] !== by[1] && by.every((number) => Number.isSafeInteger(number) && number >= 1 && number <= enrolled));

/**
 * @param pack of which the state was made. @returns the state that replaces the one before; on a refusal that one stands.
 * @throws where the state is of another pack: a vote would be counted under other rules.
 */
export function step(pack: Pack, state: AssemblyState, act: Act): Step {
  if (state.pack !== pack.digest) throw new Error('This assembly was begun with another pack');
  if (!isTimeFor(state, act.do)) return decline('not-now');
  if ('by' in act && !areTwo(act.by, state.enrolled)) return decline('two-needed');
  // The table pairs each act with what takes it; the compiler can not follow that through an index.
  const take = moves[act.do][1] as (pack: Pack, state: AssemblyState, act: Act) => Step;
  const next = take(pack, state, act);
  const byCode = 'by' in act && act.by === 'recovery-code';
  return next.ok && byCode ? { ok: true, value: { ...next.value, recovered: true } } : next;
}
