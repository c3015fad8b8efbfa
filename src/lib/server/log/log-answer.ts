// Owns the lines of answers from memory in the log, the same as those of answers that were made. There are many in a moment, and
// writing one takes longer than answering: they are gathered and written together.
import { logLine, type LogFields } from './line.ts';
import { drawRequestId } from './request-id.ts';

/** Milliseconds: whoever follows the log sees no delay. */
const together = 50;

let gathered: string[] = [];

function write(): void {
  if (gathered.length > 0) process.stdout.write(gathered.join(''));
  gathered = [];
}

process.once('exit', write);

export function logAnswer(answer: Required<Pick<LogFields, 'method' | 'route' | 'status' | 'milliseconds'>>): void {
  if (gathered.length === 0) setTimeout(write, together).unref();
  gathered.push(`${logLine(new Date(), { level: 'info', event: 'request', id: drawRequestId(), ...answer })}\n`);
}
