import { isSpokenLabel } from '#lib/domain/spoken/labels.ts';

export const match = isSpokenLabel;
