// Owns what is noted of a request on its way, for its line in the log: the code by which it was refused. Nothing that was typed.
import { AsyncLocalStorage } from 'node:async_hooks';

export type RequestNotes = { refusal?: string };

const notes = new AsyncLocalStorage<RequestNotes>();

/** The last code counts. Outside of a request it is noted nowhere. */
export function noteRefusal(code: string): void {
  const own = notes.getStore();
  if (own) own.refusal = code;
}

export const withNotes = <Value>(own: RequestNotes, work: () => Value): Value => notes.run(own, work);
