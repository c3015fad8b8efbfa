// Owns events as a table for spreadsheets and other people's figures: a row of names, one of HXL tags, then one for each event.
import { stringify } from 'csv-stringify/sync';
import type { EventFeed, FeedEvent } from './event-feed.ts';
import { withoutControls } from './feed-text.ts';

type Column = readonly [name: string, tag: string, cell: (event: FeedEvent) => string | number];

/** Names and tags are read by programs: none is ever renamed or taken away, new ones come at the end. The tags are those of HXL 1.1. */
export const columns: readonly Column[] = [
  ['id', '#meta+id', ({ id }) => id],
  ['status', '#status', ({ standing }) => standing],
  ['to_confirm', '#status+unconfirmed', ({ isToConfirm }) => (isToConfirm ? 'yes' : 'no')],
  ['starts', '#date+start', ({ isHidden, startsAt }) => (isHidden ? startsAt.slice(0, 10) : startsAt)],
  ['ends', '#date+end', ({ endsAt }) => endsAt ?? ''],
  ['kind', '#activity+type', ({ kind }) => kind.code],
  ['title', '#activity+name', ({ title }) => title],
  ['language', '#activity+name+lang', ({ lang }) => lang],
  ['place', '#loc+name', ({ place }) => place],
  ['place_hidden', '#loc+hidden', ({ isHidden }) => (isHidden ? 'yes' : 'no')],
  ['community', '#loc+community+name', ({ community }) => community.name],
  ['community_slug', '#loc+community+code', ({ community }) => community.slug],
  ['region', '#adm1+name', ({ region }) => region?.name ?? ''],
  ['region_pcode', '#adm1+code', ({ region }) => region?.code ?? ''],
  ['cercle', '#adm2+name', ({ cercle }) => cercle?.name ?? ''],
  ['cercle_pcode', '#adm2+code', ({ cercle }) => cercle?.code ?? ''],
  ['commune', '#adm3+name', ({ commune }) => commune?.name ?? ''],
  ['commune_pcode', '#adm3+code', ({ commune }) => commune?.code ?? ''],
  ['latitude', '#geo+lat', ({ point }) => point?.latitude ?? ''],
  ['longitude', '#geo+lon', ({ point }) => point?.longitude ?? ''],
  ['announced', '#date+announced', ({ announcedAt }) => announcedAt],
  ['changed', '#date+updated', ({ changedAt }) => changedAt],
  ['sequence', '#meta+sequence', ({ sequence }) => sequence],
  ['address', '#meta+url', ({ page }) => page]
];

const cellOf = (value: string | number) => (typeof value === 'string' ? withoutControls(value) : value);

/** West of Greenwich is no formula. */
const number = (value: number) => ({ value: String(value), escape_formulas: false });

/** Soonest first. A text that begins like a formula is one to a spreadsheet: `escape_formulas` puts an apostrophe before it. */
export const csvOf = ({ events }: EventFeed): string =>
  stringify(
    [
      columns.map(([name]) => name),
      columns.map(([, tag]) => tag),
      ...events.map((event) => columns.map(([, , cell]) => cellOf(cell(event))))
    ],
    { escape_formulas: true, cast: { number } }
  );
