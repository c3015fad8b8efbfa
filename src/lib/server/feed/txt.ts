// Owns events as plain text, for e-mail, printers of one line, and people: what changed comes first, each event in a block.
import { newestChangeFirst, type EventFeed, type FeedEvent } from './event-feed.ts';
import { withoutControls } from './feed-text.ts';

/** In characters: what fits a line of e-mail. An address stays whole. */
const widest = 72;

export function txtOf({ title, page, words, events }: EventFeed): string {
  const changed = newestChangeFirst(events.filter(({ standing }) => standing !== 'planned'));
  const parts = [
    [title, page].map(wrapped).join('\n'),
    ...partOf(words.changed, changed),
    ...partOf(
      words.announced,
      events.filter(({ standing }) => standing !== 'cancelled')
    ),
    ...(events.length === 0 ? [wrapped(words.none)] : [])
  ];
  return `${parts.join('\n\n')}\n`;
}

const partOf = (title: string, events: readonly FeedEvent[]): readonly string[] =>
  events.length > 0 ? [`== ${title} ==`, ...events.map(blockOf)] : [];

const blockOf = ({ headline, lines, page }: FeedEvent): string =>
  [headline, ...lines, page]
    .flatMap((line) => line.split(/\r\n?|[\n\u2028\u2029]/))
    .filter((line) => line.trim())
    .map(wrapped)
    .join('\n');

/** Lines after the first stand in a little, so that the eye finds where the next one begins. */
function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of withoutControls(text)
    .split(/[ \n\t]/)
    .filter(Boolean)) {
    if (line.trim() && [...line].length + 1 + [...word].length > widest) {
      lines.push(line);
      line = '  ';
    }
    line += line.trim() ? ` ${word}` : word;
  }
  return [...lines, line].join('\n');
}
