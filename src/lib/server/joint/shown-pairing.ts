// Owns what a page shows once of a code for a phone: in groups to be typed, and as a picture that the phone reads.
import { qrPath } from '../form/qr-path.ts';
import type { PhoneCode } from './performer.ts';

/** @param address of the assembly; behind `#`, so that no log ever sees the code. */
export const shownPairing = ({ pairing, minutes }: PhoneCode, address: string) => ({
  pairing: { code: pairing, minutes, qr: qrPath(`${address}#${pairing.replace(' ', '')}`) }
});
