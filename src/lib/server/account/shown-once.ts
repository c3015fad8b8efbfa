// Owns what a page shows once after somebody was let in: the paper to hand over, with the app's secret as a picture.
import { qrPath } from '../form/qr-path.ts';
import type { WayIn } from './let-in.ts';

export const shown = ({ factor, ...way }: WayIn) => ({
  paper: { ...way, factor: factor && { secret: factor.secret, qr: qrPath(factor.address) } }
});
