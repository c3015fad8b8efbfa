// Owns in which order a phone under the tree offers its languages. A community says nowhere what it speaks: how it writes its projects
// and announces its events tells it, then what radios speak that are heard there or in its region.
import { and, eq, isNotNull } from 'drizzle-orm';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { localitiesOf, placePath } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { eventLanguages, events } from '../db/schema/event.ts';
import { listStations } from '../station/queries.ts';
import type { Poll } from './queries.ts';

/** French, in which a desk writes for many who do not read it, is last. @param screens those that the phone speaks. */
export function phoneLanguages(
  db: Portal,
  community: CommunityId,
  { options }: Pick<Poll, 'options'>,
  screens: readonly string[]
): readonly string[] {
  const written = options.map(({ language }): string => language);
  const all = new Set([...written, ...announced(db, community), ...onAir(db, community), ...screens]);
  return [...all]
    .filter((language) => screens.includes(language))
    .toSorted((one, other) => Number(one === 'fr') - Number(other === 'fr'));
}

const announced = (db: Portal, community: CommunityId): readonly string[] =>
  db
    .selectDistinct({ language: eventLanguages.language })
    .from(eventLanguages)
    .innerJoin(events, eq(events.id, eventLanguages.event))
    .where(and(eq(events.community, community), isNotNull(events.announcedAt)))
    .orderBy(eventLanguages.language)
    .all()
    .map(({ language }) => language);

/** Radios that are heard there first, then the others of the same region. */
function onAir(db: Portal, community: CommunityId): readonly string[] {
  const [first] = localitiesOf(db, community);
  const path = first ? placePath(db, first).map(({ pcode }) => pcode) : [];
  const stations = listStations(db);
  const heard = stations.filter(({ areas }) => areas.some((area) => path.includes(area)));
  const near = stations.filter(({ areas }) => areas.some((area) => placePath(db, area)[0]?.pcode === path[0]));
  return [...heard, ...near].flatMap(({ languages }) => languages);
}
