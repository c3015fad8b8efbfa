import { requirePermission } from '#lib/server/auth/guard.ts';
import { communityCard, inOneLine } from '#lib/server/community/community-cards.ts';
import { communitiesOnMap, regionsOnMap } from '#lib/server/community/map.ts';
import { countCommunities, howMany, inPlace, listCommunities } from '#lib/server/community/community-list.ts';
import { communitiesNear, searchCommunities } from '#lib/server/community/community-search.ts';
import { searchPlaces } from '#lib/server/community/place-search.ts';
import { childrenOf, findPlace, placePath, type Place } from '#lib/server/community/place-tree.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { openVotes } from '#lib/server/vote/open-votes.ts';
import type { PageServerLoad } from './$types';

/** More than a phone shows on a few screens, and less than 14 kB. */
const most = 30;

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db } = event.locals.ctx;
  const query = (event.url.searchParams.get('q') ?? '').slice(0, 80);
  const within = findPlace(db, event.url.searchParams.get('within') ?? '');
  const scope = inPlace(within?.pcode ?? null);
  const after = event.url.searchParams.get('after');
  const listed = query.trim() === '' ? listCommunities(db, scope, { after, most }) : null;
  const found = listed ?? searchCommunities(db, query, scope, most);
  const counts = countCommunities(db, within?.pcode ?? null);
  return {
    query,
    within,
    path: within ? placePath(db, within.pcode).map(({ pcode, name }) => ({ pcode, name })) : [],
    places: narrower(db, within).flatMap(({ pcode, name }) => {
      const communities = counts.get(pcode);
      return communities ? [{ pcode, name, communities }] : [];
    }),
    communities: found.communities.map((community) => communityCard(db, community)),
    total: listed ? howMany(db, scope) : found.communities.length,
    /** More fit what was typed than are shown. */
    more: 'more' in found && found.more,
    next: listed?.next ?? null,
    goesOn: listed !== null && after !== null,
    any: within !== null || counts.size > 0,
    // Beside what somebody looked for by name, and what goes on, a map would say less than the list.
    map: query || after ? null : mapOf(db, within),
    near: found.communities.length === 0 ? nearest(db, query) : null
  };
};

/** Localities are no filter: a community is seldom larger. */
const narrower = (db: Portal, within: Place | null): readonly Place[] =>
  within && within.level >= 3 ? [] : childrenOf(db, within?.pcode ?? null);

/** All of Mali, or one region; what lies within a cercle is seen at a glance in the list. */
function mapOf(db: Portal, within: Place | null) {
  const voting = openVotes(db).map(({ community }) => community);
  if (!within) return { regions: regionsOnMap(db, voting) };
  if (within.level > 1) return null;
  return { region: within, communities: communitiesOnMap(db, within.pcode, voting) };
}

/** A place of that name without a community, and the communities nearest to it. */
function nearest(db: Portal, query: string) {
  const [place] = searchPlaces(db, query, { limit: 1, from: 1 });
  if (!place) return null;
  const communities = communitiesNear(db, place.pcode, 3).map((community) => communityCard(db, community));
  return { place: inOneLine(placePath(db, place.pcode)), communities };
}
