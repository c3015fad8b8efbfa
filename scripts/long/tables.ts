// Searches 5,000 random polls for a hidden figure that follows from all that is public. npm run long:tables [-- COUNT]
import fc from 'fast-check';
import { startProgress } from '../../src/commands/progress.ts';
import { searchHidden, tables } from '../../tests/support/hidden-figures.ts';
import { recordProof } from './proofs.ts';

const goal = 5000;
const longSearch = 1000;
const wanted = Number(process.argv[2] ?? goal);
const progress = startProgress('Searching');
let [searched, hidden, small] = [0, 0, 0];
const computable: string[] = [];
for (const table of fc.sample(tables, wanted)) {
  const once = searchHidden(table);
  // A walk by chance may miss what is there: before a figure is called computable the stranger tries much longer.
  const found = once.computable.length === 0 ? once : searchHidden(table, { walks: longSearch });
  if (found.computable.length > 0) console.error(JSON.stringify({ table, computable: found.computable }));
  computable.push(...found.computable);
  hidden += found.hidden;
  small += Number(found.size === 'small');
  progress.show(++searched, wanted);
}
progress.end();
recordProof({
  id: 'R15',
  property: 'no hidden figure follows from all that is public: for each, another poll looks the same and differs in it',
  goal: `${goal} tables, 0 figures`,
  found: `${searched} tables, ${small} of them below 20 ballots; ${hidden} hidden figures, ${computable.length} computable`,
  holds: computable.length === 0,
  whole: searched >= goal
});
