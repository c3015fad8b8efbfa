// Owns how an option is called on a ballot that follows another. Phone and server make the same name without asking each other, so
// that both print one fingerprint for a second ballot that nobody could announce to the server.
import type { OptionId } from '#lib/domain/shared/ids.ts';

const further = /-\d+$/;

/** @param number of the poll that the option stands on now; more than 1. */
export const laterOptionId = (id: OptionId, number: number): OptionId => `${firstOptionId(id)}-${number}` as OptionId;

/** Its name on the ballot that was frozen first. */
export const firstOptionId = (id: OptionId): OptionId => id.replace(further, '') as OptionId;
