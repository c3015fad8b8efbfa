// Owns the name of a request in the log.
import { newId } from '../db/new-id.ts';

/** Short enough to say on the phone. A letter first, so that none looks like a code or a number of somebody. */
export const drawRequestId = (): string => `r${newId<string>().slice(0, 7)}`;
