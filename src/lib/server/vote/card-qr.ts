// Owns the QR code of a card: the address of the ballot with the code behind `#`, which no server log ever sees.
import type { CardCode } from '#lib/domain/vote/card-code.ts';
import { qrPath, type QrPath } from '../form/qr-path.ts';

export type { QrPath };

export const qrOfCard = (origin: string, code: CardCode): QrPath => qrPath(`${origin}/v#${code}`);
