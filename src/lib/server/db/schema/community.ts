// Owns the tables of places, communities and consultations. What closed is never changed: a change of stage is a row.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { CommunityKind } from '#lib/domain/community/community-kinds.ts';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { AccountId, CommunityId, ConsultationId, PCode } from '#lib/domain/shared/ids.ts';

/** Level 1 region, 2 cercle, 3 commune, 4 locality. A vanished code keeps its row, with the day it vanished. */
export const places = sqliteTable(
  'places',
  {
    pcode: text('pcode').$type<PCode>().primaryKey(),
    level: integer('level').$type<1 | 2 | 3 | 4>().notNull(),
    name: text('name').notNull(),
    parent: text('parent').$type<PCode>(),
    latitude: real('latitude'),
    longitude: real('longitude'),
    vanishedOn: text('vanished_on')
  },
  (table) => [index('places_by_parent').on(table.parent)]
);

/** Every folded spelling by which a place is found: whole, after a `=`, and from each later word on, without. */
export const placeNames = sqliteTable(
  'place_names',
  {
    folded: text('folded').notNull(),
    pcode: text('pcode').$type<PCode>().notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<'current' | 'alternative' | 'former' | 'alias'>().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.folded, table.pcode, table.name] }),
    index('place_names_by_place').on(table.pcode)
  ]
);

/** Capitals, then marks, signs and letters of our languages as French orders them: after the letter that they are made of. */
const likeLetters: readonly (readonly [letters: string, as: string])[] = [
  ['ÀÂÄÃÁàâäãá', 'a'],
  ['Çç', 'c'],
  ['ÉÈÊËéèêë', 'e'],
  ['Ɛɛ', 'e~'],
  ['ÎÏÍîïí', 'i'],
  ['Ññ', 'n'],
  ['Ɲɲ', 'n~'],
  ['Ŋŋ', 'n~~'],
  ['ÔÖÕÓôöõó', 'o'],
  ['Ɔɔ', 'o~'],
  ['Šš', 's'],
  ['ÙÛÜÚùûüú', 'u'],
  ["'’", ''],
  ['-', ' ']
];
/** Folded names sort by sound: Wabaria would stand under u. */
const inOrder = likeLetters
  .flatMap(([letters, as]) => [...letters].map((letter) => [letter, as] as const))
  .reduce(
    (expression, [letter, as]) => `replace(${expression}, '${letter.replace("'", "''")}', '${as}')`,
    'lower("name")'
  );

export const communities = sqliteTable(
  'communities',
  {
    id: text('id').$type<CommunityId>().primaryKey(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    kind: text('kind').$type<CommunityKind>().notNull(),
    madeAt: text('made_at').notNull(),
    madeBy: text('made_by').$type<AccountId>().notNull(),
    discreet: integer('discreet', { mode: 'boolean' }).notNull().default(false),
    /** The first day on which its votes and events may be told, where the day after them is too early. */
    hiddenUntil: text('hidden_until'),
    /** Its name as lists are ordered. */
    ordered: text('ordered').generatedAlwaysAs(sql.raw(inOrder), { mode: 'virtual' })
  },
  (table) => [index('communities_in_order').on(table.ordered, table.id)]
);

/** What a community is found by, as places are: its folded name whole, after a `=`, and from each later word on, without. */
export const communityNames = sqliteTable(
  'community_names',
  {
    folded: text('folded').notNull(),
    community: text('community')
      .$type<CommunityId>()
      .notNull()
      .references(() => communities.id)
  },
  (table) => [primaryKey({ columns: [table.folded, table.community] })]
);

/** Who made a community discreet, or no longer so, and when. What holds stands in `communities`. */
export const discretionChanges = sqliteTable(
  'discretion_changes',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    community: text('community')
      .$type<CommunityId>()
      .notNull()
      .references(() => communities.id),
    discreet: integer('discreet', { mode: 'boolean' }).notNull(),
    hiddenUntil: text('hidden_until'),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [index('discretion_changes_by_community').on(table.community)]
);

export const communityLocalities = sqliteTable(
  'community_localities',
  {
    community: text('community')
      .$type<CommunityId>()
      .notNull()
      .references(() => communities.id),
    pcode: text('pcode')
      .$type<PCode>()
      .notNull()
      .references(() => places.pcode)
  },
  (table) => [
    primaryKey({ columns: [table.community, table.pcode] }),
    index('community_localities_by_place').on(table.pcode)
  ]
);

/** Each community under its localities and every place above them, kept by triggers. */
export const communityAreas = sqliteTable(
  'community_areas',
  {
    area: text('area').$type<PCode>().notNull(),
    community: text('community').$type<CommunityId>().notNull(),
    /** That of the community, so that a list of an area is read in its order. */
    ordered: text('ordered')
  },
  (table) => [
    primaryKey({ columns: [table.area, table.community] }),
    index('community_areas_by_community').on(table.community),
    index('community_areas_in_order').on(table.area, table.ordered, table.community)
  ]
);

/** How many communities lie in each region, cercle and commune, kept by triggers of `community_areas`. */
export const areaTallies = sqliteTable('area_tallies', {
  area: text('area').$type<PCode>().primaryKey(),
  communities: integer('communities').notNull()
});

/** Sums in F CFA; adults by status group, or null where unknown. */
export const consultations = sqliteTable(
  'consultations',
  {
    id: text('id').$type<ConsultationId>().primaryKey(),
    community: text('community')
      .$type<CommunityId>()
      .notNull()
      .references(() => communities.id),
    number: integer('number').notNull(),
    sumAvailable: integer('sum_available').notNull(),
    ownShare: integer('own_share').notNull(),
    households: integer('households'),
    adultHosts: integer('adult_hosts'),
    adultReturned: integer('adult_returned'),
    /** The last of its stage changes, kept by a trigger: who votes now is not looked for among all who ever did. */
    stageNow: text('stage_now').$type<Stage>()
  },
  (table) => [
    unique('consultations_by_number').on(table.community, table.number),
    index('consultations_by_stage').on(table.stageNow)
  ]
);

export const stageChanges = sqliteTable(
  'stage_changes',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    consultation: text('consultation')
      .$type<ConsultationId>()
      .notNull()
      .references(() => consultations.id),
    stage: text('stage').$type<Stage>().notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull(),
    secondBy: text('second_by').$type<AccountId>(),
    reason: text('reason')
  },
  (table) => [index('stage_changes_by_consultation').on(table.consultation)]
);
