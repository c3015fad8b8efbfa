import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { eventFeeds } from '#lib/server/feed/event-feeds.ts';
import { roles } from '#lib/domain/account/permissions.ts';
import { filesUnder, projectFiles, readText } from '../support/project-files.ts';

const pages = ['README.md', ...filesUnder('docs/', /\.md$/)].filter((path) => projectFiles.includes(path));
/** Titles of files count: a page may name its role in its own language inside. */
const docs = pages.map((path) => `${path}\n${readText(path)}`).join('\n');
const names = (word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(docs);

test('the readme names the two commands', () => {
  expect(projectFiles).toContain('README.md');
  expect(readText('README.md')).toContain('npm start');
  expect(readText('README.md')).toContain('npm test');
});

test.each(roles)('the docs name the role %s', (role) => {
  expect(names(role)).toBe(true);
});

test.each(commands.map(({ name }) => name))('the docs name the command sigida %s', (command) => {
  expect(docs).toMatch(new RegExp(`sigida (-- )?${command}(?![\\w-])`));
});

describe('settings and feeds', () => {
  const source = filesUnder('src/', /\.ts$/)
    .filter((path) => !path.endsWith('.test.ts'))
    .map(readText)
    .join('\n');
  const settings = [...new Set(source.match(/\bSIGIDA_[A-Z_]*[A-Z]\b/g))].sort();
  const feeds = [
    ...filesUnder('src/routes/feeds/', /\+server\.ts$/).flatMap((path) => path.split('/').at(-2) ?? []),
    ...Object.keys(eventFeeds).map((ending) => `events.${ending}`)
  ];

  test.each(settings)('the docs name the setting %s', (setting) => {
    expect(names(setting)).toBe(true);
  });

  test('the docs name every feed', () => {
    expect(feeds.filter((feed) => !feed.includes('[') && !docs.includes(feed))).toEqual([]);
  });
});

test('decisions are numbered from 001 without gaps, each number once', () => {
  const numbers = filesUnder('docs/decisions/', /\/\d{3}-[a-z0-9-]+\.md$/).map((path) =>
    Number(path.split('/').at(-1)?.slice(0, 3))
  );
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(filesUnder('docs/decisions/')).toHaveLength(numbers.length);
});
