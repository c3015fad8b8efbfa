// Owns cutting the power again and again and adding up what was lost; the short run and the long one share it.
import { runUntilCut } from './disk.ts';
import { lookAt, makeTemplate, type Kind } from './stands.ts';

export type Cuts = {
  readonly runs: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly damaged: number;
  readonly uneven: number;
};

/** @param seed moves the moment of each cut. */
export async function cutThePower(kind: Kind, runs: number, seed = 1, onRun?: (run: number) => void): Promise<Cuts> {
  const template = makeTemplate(kind);
  const sum = { runs: 0, acknowledged: 0, lost: 0, damaged: 0, uneven: 0 };
  for (let run = 0; run < runs; run++) {
    const until = 1 + ((run * 37 + seed * 11) % 90);
    const ran = await runUntilCut(template, [kind, '1', '300'], until);
    const found = lookAt(kind, ran.left, ran.acknowledged);
    ran.remove();
    sum.runs += 1;
    sum.acknowledged += ran.acknowledged.length;
    sum.lost += found.lost;
    sum.damaged += Number(!found.whole);
    sum.uneven += found.uneven;
    onRun?.(run + 1);
  }
  return sum;
}
