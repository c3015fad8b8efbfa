import { expect, test } from 'vitest';
import { filesUnder, readText } from '../support/project-files.ts';

/** Queries that know nothing of discretion, beside the one that a visitor's page asks instead. */
const forTheDesk = {
  newestConsultation: 'toldConsultation',
  stageHistory: 'toldConsultation',
  newestPoll: 'toldPoll',
  pollAt: 'toldPoll',
  publishedResult: 'resultAt',
  proposalCounts: 'toldCounts',
  queueOf: 'publicProposals',
  findEvent: 'eventAt',
  deskEvents: 'eventsOf',
  deskPastEvents: 'pastEvents',
  eventsForStation: 'eventsTouching',
  changedForStation: 'eventsTouching'
} as const;

/** @returns `path: name` for each such query that a visitor's page names. */
const careless = (path: string, source: string): readonly string[] =>
  Object.keys(forTheDesk)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(source))
    .map((name) => `${path}: ${name}`);

/** Each with its reason. */
const allowed = [
  // Only whether there is one: it asks as a visitor.
  'src/routes/[lang=lang]/communities/[slug]/+page.server.ts: publishedResult',
  // Only for what was left off, a reason without a day or a place.
  'src/routes/[lang=lang]/communities/[slug]/proposals/[id]/+page.server.ts: newestPoll',
  // Only whether the call for proposals is open.
  'src/routes/[lang=lang]/communities/[slug]/propose/+page.server.ts: newestConsultation'
];

test('a query for the desk on a page for visitors is seen', () => {
  expect(careless('page', 'const poll = newestPoll(db, id);')).toEqual(['page: newestPoll']);
});

test('pages for visitors ask the queries that keep what a discreet community keeps to itself', () => {
  const pages = filesUnder('src/routes/', /\+(page|layout|server)[.\w]*\.ts$/).filter(
    (path) => !path.includes('/desk/')
  );
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.flatMap((path) => careless(path, readText(path))).sort()).toEqual(allowed);
});
