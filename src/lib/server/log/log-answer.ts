// Owns the line of an answer from memory in the log, the same as that of one that was made.
import { logEvent } from './log-event.ts';
import type { LogFields } from './line.ts';
import { drawRequestId } from './request-id.ts';

export const logAnswer = (answer: Required<Pick<LogFields, 'method' | 'route' | 'status' | 'milliseconds'>>): void =>
  logEvent({ level: 'info', event: 'request', id: drawRequestId(), ...answer });
