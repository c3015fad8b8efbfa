// Owns in which order an assembly gets ready to vote. What the phone does not write (read aloud, way of voting looked at) the screen
// says; it refuses to ask for it again where a later step is written.
import type { AssemblyState } from '#lib/domain/assembly/state.ts';

export type ReadyStep = 'agreed' | 'channel' | 'practice' | 'zero' | 'open';
type Ready = Pick<AssemblyState, 'role' | 'past' | 'practised' | 'ballot'>;
type Said = { readonly heard: boolean; readonly chosen: boolean };

/** As far as the record shows, after the page was opened anew. */
export function saidBefore({ past, practised, ballot }: Ready): Said {
  const later = ballot.zeroReport || (past.length === 0 && practised);
  return { heard: later || ballot.channel !== 'phone', chosen: later || ballot.channel !== 'phone' };
}

/** A second phone only shows its box. Before a later ballot nothing is agreed on or practised again. */
export function readySteps({ role, past, practised, ballot }: Ready, { heard, chosen }: Said) {
  const leading = role === 'leading';
  const first = leading && past.length === 0;
  const steps: readonly (readonly [step: ReadyStep, asked: boolean, done: boolean])[] = [
    ['agreed', first, heard],
    ['channel', leading, chosen],
    ['practice', first, practised],
    ['zero', ballot.channel === 'phone', ballot.zeroReport],
    ['open', true, false]
  ];
  return steps.filter(([, asked]) => asked).map(([step, , done]) => ({ step, done }));
}

/** Opening is never done: it ends this screen. */
export const stepNow = (steps: ReturnType<typeof readySteps>): ReadyStep =>
  steps.find(({ done }) => !done)?.step ?? 'open';
