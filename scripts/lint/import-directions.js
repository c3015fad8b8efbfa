// Owns who may import whom, in one table, and the lint rule that reads it. A test reads the same table for every file.
import { dirname, join } from 'node:path/posix';

/** Files by zone: the first pattern that fits. A slice of the server is a zone of its own, `server/vote`. */
const zones = /** @type {const} */ ([
  ['seeds', /^scripts\/seeds\//],
  ['tests', /^tests\/|^scripts\/|^[^/]+\.config\.[jt]s$|\.test\.ts$/],
  ['domain', /^src\/lib\/domain\//],
  ['record', /^src\/lib\/record\//],
  ['server', /^src\/lib\/server\//],
  ['components', /^src\/lib\/components\//],
  ['client', /^src\/lib\/client\//],
  ['i18n', /^src\/lib\/i18n\/|^src\/params\//],
  ['messages', /^messages\//],
  ['styles', /^src\/.*\.css$/],
  ['drawings', /^static\/\w+\.svg\?raw$/],
  ['routes', /^src\/routes\//],
  ['hooks', /^src\/hooks(\.server|\.client)?\.ts$/],
  ['commands', /^src\/commands\/|^src\/(cli\.ts|(load-)?built\.cjs|sigida\.cjs)$/],
  ['types', /^src\/app\.d\.ts$/]
]);

/**
 * Which zones a zone may import besides itself. `server` is refined below; `commands` are the program's other entry; `record`
 * reads files that came from elsewhere, with a package that the domain does without.
 */
const reachable = {
  domain: [],
  record: ['domain'],
  i18n: ['domain', 'messages'],
  components: ['domain', 'i18n', 'styles'],
  client: ['domain', 'record', 'i18n', 'components', 'messages', 'styles'],
  server: ['domain', 'record'],
  routes: ['domain', 'i18n', 'components', 'client', 'server', 'styles'],
  hooks: ['domain', 'i18n', 'server', 'drawings'],
  commands: ['domain', 'record', 'i18n', 'server', 'messages', 'seeds'],
  seeds: ['domain', 'i18n', 'server', 'messages'],
  types: ['domain', 'i18n', 'server']
};

/** Slices of the server that every other slice stands on. */
const foundations = ['db', 'audit', 'auth', 'form', 'http', 'log', 'media'];

/** Slices that string the others together, and may reach into them and word what they say. */
const entrances = ['', 'desk', 'hooks', 'joint', 'operations'];

/** Packages that a zone must not import. */
const database = /^(drizzle-orm|better-sqlite3)(\/|$)/;
const onServerOnly = /^(drizzle-orm|better-sqlite3|@node-rs\/argon2|node:.*)(\/|$)/;
const forbiddenPackages = {
  // Pure: not even the clock or a package.
  domain: /./,
  record: onServerOnly,
  i18n: onServerOnly,
  components: onServerOnly,
  client: onServerOnly,
  routes: database
};

/** @param {string} path @returns {string} */
const zoneOf = (path) => zones.find(([, pattern]) => pattern.test(path))?.[0] ?? 'outside';

/** @param {string} path @returns {string} '' for a file right in `server/` */
const sliceOf = (path) => /^src\/lib\/server\/([^/]+)\//.exec(path)?.[1] ?? '';

/**
 * What an import means: a path in the project, or a package as it is named.
 * @param {string} from path of the importing file
 * @param {string} specifier as written
 */
export function target(from, specifier) {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  return specifier.replace(/^[#$]lib\//, 'src/lib/');
}

/** @param {string} name a target @returns {boolean} */
const isPath = (name) => /^(src|messages|tests|scripts|static|drizzle|build)\//.test(name) || name.startsWith('..');

/**
 * @param {string} from path of a file, from the project's root
 * @param {string} to path of another, or the name of a package
 * @returns {string | null} why not, or null when it may
 */
export function whyNotImport(from, to) {
  const zone = zoneOf(from);
  const aim = isPath(to) ? zoneOf(to) : 'package';
  if (aim === 'hooks' || (aim === 'routes' && !isBeside(from, to))) return 'nothing imports from routes or hooks';
  if (zone === 'tests' || aim === 'routes') return null;
  if (aim === 'tests' || aim === 'outside') return `${zone} does not import ${to}`;
  if (aim === 'package') return whyNotPackage(zone, to);
  if (zone === 'server') return whyNotFromServer(from, to, aim);
  if (zone === 'routes' && to.startsWith('src/lib/server/db/schema')) return 'routes ask queries.ts and see no tables';
  return aim === zone || reach(zone).includes(aim) ? null : `${zone} does not import ${aim}`;
}

/** @param {string} from @param {string} to */
export const mayImport = (from, to) => whyNotImport(from, to) === null;

/** A page and its parts in one folder, and the types that Kit writes for it. @param {string} from @param {string} to */
const isBeside = (from, to) => dirname(from) === dirname(to);

/** @param {string} zone @returns {readonly string[]} */
const reach = (zone) => reachable[/** @type {keyof typeof reachable} */ (zone)] ?? [];

/** @param {string} zone @param {string} name */
function whyNotPackage(zone, name) {
  const forbidden = forbiddenPackages[/** @type {keyof typeof forbiddenPackages} */ (zone)];
  return forbidden?.test(name) ? `${zone} does not import ${name}` : null;
}

/** @param {string} from @param {string} to @param {string} aim */
function whyNotFromServer(from, to, aim) {
  const own = sliceOf(from);
  if (entrances.includes(own))
    return ['server', ...reach('hooks')].includes(aim) ? null : `server does not import ${aim}`;
  if (aim !== 'server') return reach('server').includes(aim) ? null : `server does not import ${aim}`;
  const other = sliceOf(to);
  if (other === own || foundations.includes(other) || to.endsWith('/queries.ts')) return null;
  return `server/${own} asks ${other ? `server/${other} through its queries.ts` : 'for what it needs in ctx'}`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirections = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = context.filename.slice(context.cwd.length + 1).replaceAll('\\', '/');
    /** @param {{ source?: unknown }} node */
    const check = (node) => {
      const source = /** @type {import('estree').Literal | null | undefined} */ (node.source);
      if (typeof source?.value !== 'string') return;
      const reason = whyNotImport(from, target(from, source.value));
      if (reason) context.report({ node: source, message: `${reason}.` });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check
    };
  }
};
