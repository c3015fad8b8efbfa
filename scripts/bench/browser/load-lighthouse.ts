// Owns having Lighthouse: its hundred megabytes are no part of the project's packages, and come when it is first asked for, as locked.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';

type Audit = {
  readonly title: string;
  readonly score: number | null;
  readonly numericValue?: number;
  readonly details?: { readonly items?: readonly { readonly node?: { readonly snippet?: string } }[] };
};

/** Of its report, what we read. */
type Report = {
  readonly runtimeError?: { readonly message: string };
  readonly audits: Readonly<Record<string, Audit>>;
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
};

type Lighthouse = (address: string, flags: object) => Promise<{ readonly lhr: Report } | undefined>;

export type Judged = {
  readonly score: (category: Category) => number;
  /** What cost points, with the markup at fault. */
  readonly wrong: (category: Category) => readonly string[];
  /** In milliseconds, on the phone and link that Lighthouse supposes. */
  readonly firstPaint: number;
};

const folder = fileURLToPath(new URL('../../../tools/lighthouse/', import.meta.url));
const stamp = `${folder}node_modules/.installed`;

function install(): void {
  const locked = readFileSync(`${folder}package-lock.json`, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === locked) return;
  console.log('Lighthouse is fetched once: 175 MB on disk.');
  const npm = process.env['npm_execpath'];
  const [program, ...before] = npm ? [process.execPath, npm] : ['npm'];
  const { status } = spawnSync(program, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit'
  });
  if (status !== 0) throw new Error('Lighthouse could not be installed: what npm said is above.');
  writeFileSync(stamp, locked);
}

/** @returns what judges an address in the browser that listens at a port. */
export async function loadLighthouse() {
  install();
  const { default: lighthouse } = (await import(`${folder}node_modules/lighthouse/core/index.js`)) as {
    default: Lighthouse;
  };
  return async (address: string, port: number, categories: readonly Category[]): Promise<Judged> => {
    const judged = await lighthouse(address, { port, onlyCategories: categories, logLevel: 'error', locale: 'en' });
    if (!judged) throw new Error(`Lighthouse said nothing of ${address}.`);
    const { lhr } = judged;
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return {
      score: (category) => lhr.categories[category]?.score ?? 0,
      wrong: (category) =>
        (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => findings(lhr.audits[id], weight)),
      firstPaint: lhr.audits['first-contentful-paint']?.numericValue ?? NaN
    };
  };
}

function findings(audit: Audit | undefined, weight: number): readonly string[] {
  if (!audit || weight === 0 || audit.score === null || audit.score === 1) return [];
  const shown = (audit.details?.items ?? []).map(({ node }) => node?.snippet ?? '').filter(Boolean);
  return [[audit.title, ...shown.slice(0, 5)].join('\n    ')];
}
