// Owns writing to the log: one line of JSON on standard output. Nothing else of the running program writes there in production.
import { logLine, type LogFields } from './line.ts';

export const logEvent = (fields: LogFields): void => void process.stdout.write(`${logLine(new Date(), fields)}\n`);
