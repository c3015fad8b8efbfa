// Owns whether the server is well: both databases are asked, since one that can not be read serves nobody.
import type { Runtime } from '../runtime.ts';

export function isWell({ db, box }: Pick<Runtime, 'db' | 'box'>): boolean {
  try {
    db.$client.prepare('SELECT 1 FROM public_content').get();
    box.summary();
    return true;
  } catch {
    return false;
  }
}
