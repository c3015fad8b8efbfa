// Owns how identifiers look where they come from elsewhere. It refuses signs that would mean something in an address or a query.
import type { DeviceId, OptionId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { textLike } from '#lib/domain/shared/shape.ts';

const id = /^[A-Za-z0-9_-]{1,64}$/;

export const isPollId = textLike<PollId>(id);
export const isSittingId = textLike<SittingId>(id);
export const isDeviceId = textLike<DeviceId>(id);
export const isOptionId = textLike<OptionId>(id);
