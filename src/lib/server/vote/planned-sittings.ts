// Owns the sittings that people agree on before a vote: how many there may be, and how a form's fields tell of them. It refuses to
// drop one that was typed.
import { parseDay, type Day } from '#lib/domain/event/day.ts';
import { refuse, ok, type Result } from '#lib/domain/shared/result.ts';
import { channels, type Channel } from '#lib/domain/vote/channels.ts';
import { mostSittings } from '#lib/domain/vote/sittings.ts';

/** `closesAt`: for cards, the moment at which the program closes the box; UTC, to the second. */
export type PlannedSitting = {
  readonly channel: Channel;
  readonly place: string;
  readonly day: Day;
  readonly closesAt: string | null;
};

type SittingRefusal = 'field-required' | 'text-too-long' | 'date-invalid' | 'hour-needed' | 'sittings-too-many';

const hourPattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const longestPlace = 120;

/**
 * From fields `place-0`, `day-0`, `channel-0`, `hour-0` and so on. A sitting without place and day is not held; the first one is
 * asked for. Mali keeps UTC all year, so that an hour there is the same in the database. `apart`: women vote beside the first
 * sitting, in one of their own at the same place, day and hour.
 * @param apart how the place of that sitting is told apart, in the language of the form; without it none is offered.
 */
export function readSittings(
  typed: Readonly<Record<string, string>>,
  apart?: string
): Result<readonly PlannedSitting[], SittingRefusal> {
  const planned: PlannedSitting[] = [];
  for (let number = 0; number < mostSittings; number++) {
    const [place = '', dayTyped = '', hour = ''] = ['place', 'day', 'hour'].map((name) =>
      typed[`${name}-${number}`]?.trim()
    );
    if (number > 0 && place === '' && dayTyped === '') continue;
    const day = parseDay(dayTyped);
    const channel = typed[`channel-${number}`] ?? '';
    if (place === '') return refuse('field-required', { field: `place-${number}` });
    if (place.length > longestPlace)
      return refuse('text-too-long', { field: `place-${number}`, detail: { [`place-${number}.limit`]: longestPlace } });
    if (day === null) return refuse('date-invalid', { field: `day-${number}` });
    if (!isChannel(channel)) return refuse('field-required', { field: `channel-${number}` });
    if (channel === 'cards' && !hourPattern.test(hour)) return refuse('hour-needed', { field: `hour-${number}` });
    planned.push({ channel, place, day, closesAt: channel === 'cards' ? `${day}T${hour}:00Z` : null });
  }
  const [first, ...others] = planned;
  if (!first || apart === undefined || typed['apart'] !== 'yes') return ok(planned);
  if (planned.length === mostSittings)
    return refuse('sittings-too-many', { field: 'apart', detail: { most: mostSittings } });
  return ok([first, { ...first, place: `${first.place} · ${apart}` }, ...others]);
}

const isChannel = (text: string): text is Channel => Object.hasOwn(channels, text);
