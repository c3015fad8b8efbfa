// What is kept in memory: the same bytes as a fresh answer, never old, nobody's own; and its version sees all that public pages read.
import Database from 'better-sqlite3';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { privateTables } from '#lib/server/kept/public-tables.ts';
import { publicRoutes } from '#lib/server/http/public-routes.ts';
import { tasks } from '#lib/server/operations/tasks.ts';
import { confirm, connections } from '../support/confirm.ts';
import { openVote, type OpenVote } from '../support/open-vote.ts';
import { publicPages } from '../support/pages.ts';
import { expect, test } from '../support/portal.ts';
import { startPortal, type Portal } from '../support/server.ts';

const news = '/feeds/news.atom?community=gargouna';
const feeds = ['/feeds/events.ics', '/feeds/events.json?lang=bm', '/feeds/spots.rss', '/embed/events', news];
const files = ['result.csv', 'result.json', 'record.json'].map((name) => `/fr/communities/gargouna/${name}`);
const statements = join(mkdtempSync(join(tmpdir(), 'sigida-statements-')), 'sql');

let portal: Portal;
let vote: OpenVote;
test.beforeAll(async () => {
  const recorder = pathToFileURL('tests/support/record-sql.ts').href;
  portal = await startPortal({
    scenario: 'journey',
    prepare: async (data) => void (vote = await openVote(data, 'Village en train de voter', 4)),
    surroundings: () => ({ NODE_OPTIONS: `--import=${recorder}`, SIGIDA_STORY_SQL: statements, SIGIDA_BACKUPS: 'off' })
  });
  // What the start and its tasks ask is no page's.
  const db = new Database(join(portal.data, 'portal.db'), { readonly: true });
  const ran = db.prepare<[], number>('SELECT count(*) FROM task_runs').pluck();
  await expect.poll(() => ran.get(), { timeout: 20_000 }).toBe(tasks.filter(({ name }) => name !== 'backup').length);
  db.close();
  writeFileSync(statements, '');
});
test.afterAll(() => portal.stop());

const ask = async (path: string, cookie: string) => {
  const answer = await fetch(portal.origin + path, { headers: { cookie } });
  return { text: await answer.text(), tag: answer.headers.get('etag'), cache: answer.headers.get('cache-control') };
};

const publicly = 'public, no-cache';

test('each public page is the same from memory and made anew, in each language, and reads public tables alone', async () => {
  test.setTimeout(90_000);
  const pages = await publicPages(portal.origin, 'fr');
  const kept = [...pages].filter(([route]) => publicRoutes.includes(route)).map(([, address]) => address);
  expect(kept.length).toBeGreaterThan(15);
  const differing: string[] = [];
  for (const lang of ['fr', 'bm', 'ses'])
    for (const path of [
      ...kept.map((address) => address.replace('/fr', `/${lang}`)),
      ...(lang === 'fr' ? [...feeds, ...files] : [])
    ]) {
      const [first, again] = [await ask(path, `lang=${lang}`), await ask(path, `lang=${lang}`)];
      // Whoever brings a session, even one that ended, is answered by the program itself.
      const fresh = await ask(path, `lang=${lang}; session=ended`);
      const same = [again, fresh].every(({ text, tag }) => text === first.text && tag === first.tag);
      if (!same || first.cache !== publicly) differing.push(`${path}: ${first.cache}`);
    }
  expect(differing).toEqual([]);
  // Whoever brings a session is looked up with their account.
  const lines = readFileSync(statements, 'utf8').split('\n');
  const asked = lines.filter((line) => !/\bsessions\b/.test(line)).join('\n');
  expect(asked).toContain('events');
  const own = ['public_content', '__drizzle_migrations'];
  expect(privateTables.filter((table) => !own.includes(table) && new RegExp(`\\b${table}\\b`).test(asked))).toEqual([]);
});

test('what is written is on the very next page, and a vote empties nothing', async () => {
  const db = new Database(join(portal.data, 'portal.db'));
  const version = db.prepare<[], number>('SELECT version FROM public_content').pluck();
  try {
    const path = '/fr/communities/gargouna';
    expect((await ask(path, 'lang=fr')).text).not.toContain('Gargouna la neuve');
    db.prepare(`UPDATE communities SET name = 'Gargouna la neuve' WHERE slug = 'gargouna'`).run();
    expect((await ask(path, 'lang=fr')).text).toContain('Gargouna la neuve');
    const before = version.get();
    const agent = connections(1);
    for (const { code } of vote.cards.slice(0, 3))
      expect((await confirm(agent, portal.origin, code, 'yny')).status).toBe(200);
    agent.destroy();
    expect(version.get()).toBe(before);
  } finally {
    db.close();
  }
});

test('pages of a card and of the desk stay out of every cache', async () => {
  for (const path of ['/fr/vote', '/v', '/fr/desk/sign-in'])
    expect((await ask(path, 'lang=fr')).cache, path).toBe('no-store');
  expect((await ask('/fr/communities?q=gao', 'lang=fr')).cache).toBe('private, no-cache');
});
