import { expect, it } from 'vitest';
import { readEvent } from '../../../tests/support/event.ts';
import { brokenInPodcast } from '../../../tests/support/feed-rules.ts';
import { feedWriters } from '#lib/server/feed/feed-writers.ts';
import { spotFeedInWords, spotInWords } from './spot-words.ts';

const spot = {
  event: readEvent(),
  language: 'ses',
  file: '0123456789ab.ogg',
  type: 'audio/ogg',
  bytes: 12_345,
  seconds: 25,
  since: '2026-07-02T08:00:00Z'
} as const;

it('a recording is an item that programs of radios take, in its language', () => {
  const body = feedWriters.podcast.write({
    ...spotFeedInWords('fr', 'Forgho'),
    id: 'spots',
    updated: spot.since,
    self: 'http://x/feeds/spots.rss',
    page: 'http://x/fr/radio',
    items: [spotInWords('fr', 'http://x', spot)]
  });
  expect(brokenInPodcast(body)).toEqual([]);
  expect(body).toContain('<enclosure url="http://x/media/0123456789ab.ogg" length="12345" type="audio/ogg"/>');
  expect(body).toContain('<guid isPermaLink="false">urn:x-sigida:spot:0123456789ab.ogg</guid>');
  expect(body).toContain('<dc:language>ses</dc:language>');
});
