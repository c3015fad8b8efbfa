// Owns what the long runs found: a row per property in docs/proofs.json, and docs/proofs.md written from it. A run replaces its
// own rows only, and nothing of the machine is told but what the figures depend on.
import Database from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export type Proof = {
  /** R1 to R16, and a few words where a property has several. Rows stand in its order. */
  readonly id: string;
  readonly property: string;
  readonly goal: string;
  readonly found: string;
  /** Nothing contradicted the property. */
  readonly holds: boolean;
  /** The run was as long as the goal wants. */
  readonly whole: boolean;
};
type Row = Proof & { readonly day: string; readonly seconds: number; readonly machine: string };

const [data, page] = ['docs/proofs.json', 'docs/proofs.md'] as const;

const begun = performance.now();

function machine(): string {
  const db = new Database(':memory:');
  const sqlite = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  db.close();
  return `${availableParallelism()} cores, Node ${process.versions.node}, SQLite ${sqlite}`;
}

const readRows = (): readonly Row[] =>
  existsSync(data) ? (JSON.parse(readFileSync(data, 'utf8')) as readonly Row[]) : [];

const byNumber = (one: Row, other: Row): number =>
  one.id.localeCompare(other.id, 'en', { numeric: true, sensitivity: 'base' });

/** Keeps the row of a finished run, says it, and lets the run fail where the property does not hold. */
export function recordProof(proof: Proof): void {
  const day = new Date().toISOString().slice(0, 10);
  const row: Row = { ...proof, day, seconds: Math.round((performance.now() - begun) / 1000), machine: machine() };
  const rows = [...readRows().filter(({ id }) => id !== proof.id), row].sort(byNumber);
  writeFileSync(data, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(page, renderProofs(rows));
  console.log(`${proof.id}: ${proof.found} (goal: ${proof.goal})${proof.holds ? '' : ' — DOES NOT HOLD'}`);
  if (!proof.holds) process.exitCode = 1;
}

const result = ({ holds, whole }: Row): string => (holds ? (whole ? 'holds' : 'holds so far') : '**does not hold**');

export const renderProofs = (rows: readonly Row[]): string => `# What was proved, and how far

Written by \`npm run test:long\` from \`docs/proofs.json\`; each run replaces its own rows. \`npm test\` does at least a fiftieth of each
goal on every change. "Holds so far": nothing spoke against it, in a run shorter than its goal.

| | property | goal | found | | day | time | machine |
|---|---|---|---|---|---|---|---|
${rows
  .map((row) =>
    [row.id, row.property, row.goal, row.found, result(row), row.day, `${row.seconds} s`, row.machine]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | ')
  )
  .map((line) => `| ${line} |`)
  .join('\n')}
`;
