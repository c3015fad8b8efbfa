import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { expect, it, test } from 'vitest';
import EmbedEvents from '#lib/components/event/EmbedEvents.svelte';
import { toldEvent } from '../../../../tests/support/feed-events.ts';
import { seriousFindings } from '../../../../tests/support/policy.ts';
import { framedPolicy, heaviest, lightDocument } from './embed.ts';

const styles = readFileSync('src/lib/components/event/embed.css', 'utf8');
const head = { lang: 'ses', dir: 'ltr', title: 'Batey', styles };
const words = {
  lang: 'ses',
  title: 'Batey',
  page: 'https://sigida.example/ses/events',
  all: 'Batey kul',
  none: 'Kul šii no'
};
const list = (title: string) =>
  lightDocument(
    head,
    Array.from({ length: 7 }, (_, number) =>
      toldEvent({ id: `e${number}`, headline: title, said: `Kalan, Alhadi 12 Žuyye 2026 hane. ${title}`, lang: 'ar' })
    ),
    (events) => render(EmbedEvents, { props: { ...words, events } }).body
  );
const count = (body: string) => body.split('<li>').length - 1;

test.each([
  ['a usual title', 'Match des jeunes', 7],
  ['the longest title of letters of two bytes', 'ɛŋ'.repeat(40), 7],
  ['signs of four bytes', '🥁'.repeat(80), 4],
  ['signs that are escaped', '<&"'.repeat(27), 5]
])('is light enough with %s', (_, title, least) => {
  const body = list(title);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(heaviest);
  expect(count(body)).toBeGreaterThanOrEqual(least);
});

it('holds what people wrote as words, and says their language', () => {
  const body = list('<script>alert(1)</script>');
  expect(body).not.toContain('<script');
  expect(body).toContain('lang="ar"');
});

it('says so where nothing comes', () => {
  const body = lightDocument(head, [], (events) => render(EmbedEvents, { props: { ...words, events } }).body);
  expect(body).toContain('Kul šii no');
});

it('lets anybody frame it, and nothing run in it', () => {
  const policy = framedPolicy(styles);
  expect(seriousFindings(policy)).toEqual([]);
  expect(policy).toContain('frame-ancestors *');
  expect(policy).not.toMatch(/script-src|unsafe/);
});
