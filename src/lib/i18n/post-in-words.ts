// Owns naming what somebody is and where: "Comité · Wabaria".
import type { Translate } from './translator.ts';

export const postInWords = (t: Translate, { role, where }: { role: string; where: string }): string =>
  where ? `${t.code('role', role)} · ${where}` : t.code('role', role);
