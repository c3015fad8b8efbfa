// Owns the lines of answers from memory in the log, the same as those of answers that were made. There are many in a moment, and
// writing one takes longer than answering: they are gathered and written together.
import { logLine, type LogFields } from './line.ts';
import { drawRequestId } from './request-id.ts';

type Answer = Required<Pick<LogFields, 'method' | 'route' | 'status' | 'milliseconds'>>;

/** Milliseconds: whoever follows the log sees no delay. */
const together = 50;

let gathered = '';

function write(): void {
  if (gathered) process.stdout.write(gathered);
  gathered = '';
}

process.once('exit', write);

export function logAnswer(answer: Answer, now = Date.now()): void {
  if (!gathered) setTimeout(write, together).unref();
  gathered += `${answerLine(answer, now, drawRequestId())}\n`;
}

const mostKinds = 1000;
/** Of lines that differ in their moment and name alone: what stands between these, and after them. */
const kinds = new Map<string, readonly [before: string, between: string, after: string]>();
let second = 0;
let moment = '';

/** @returns what `logLine` makes of it, whose rules are asked once for each kind of answer. */
export function answerLine({ route, method, status, milliseconds }: Answer, now: number, id: string): string {
  const kind = `${method}${status} ${milliseconds}${route}`;
  let parts = kinds.get(kind);
  if (!parts) {
    const line = logLine(new Date(0), { ...request, id: placeOfId, method, route, status, milliseconds });
    const [head = '', after = ''] = line.split(placeOfId);
    const [before = '', between = ''] = head.split(placeOfMoment);
    parts = [before, between, after];
    if (kinds.size >= mostKinds) kinds.clear();
    kinds.set(kind, parts);
  }
  if (Math.floor(now / 1000) !== second) {
    second = Math.floor(now / 1000);
    moment = new Date(now).toISOString().slice(0, 19);
  }
  return parts[0] + moment + parts[1] + id + parts[2];
}

const request = { level: 'info', event: 'request' } as const;
const placeOfId = 'r0000000';
const placeOfMoment = '1970-01-01T00:00:00';
