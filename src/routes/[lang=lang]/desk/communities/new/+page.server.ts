import { redirect } from '@sveltejs/kit';
import { object, pipe, string, transform } from 'valibot';
import { communityKinds } from '#lib/domain/community/community-kinds.ts';
import { asPCode } from '#lib/domain/community/pcode.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { inOneLine } from '#lib/server/community/community-cards.ts';
import { communityName, makeCommunity, mostLocalities } from '#lib/server/community/make-community.ts';
import { makeableLocalities, mayMakeAt, whereMaking } from '#lib/server/community/makeable-areas.ts';
import { areasOf, findPlace, placePath } from '#lib/server/community/place-tree.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { oneOf, requiredText } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

const mostFound = 20;

/** Both steps are one form: searching sends it by GET, so that what is ticked and typed comes back. */
export const load: PageServerLoad = (event) => {
  const { db, actor } = requireStaff(event, 'make-community', whereMaking(event.locals.staff));
  const { searchParams } = event.url;
  const query = (searchParams.get('q') ?? '').slice(0, 80);
  const ticked = readCodes(searchParams.getAll('localities').join(',')).filter((pcode) => mayMakeAt(db, actor, pcode));
  const found = makeableLocalities(db, actor, query, mostFound + 1).map(({ pcode }) => pcode);
  return {
    query,
    chosen: ticked,
    localities: [...new Set([...ticked, ...found.slice(0, mostFound)])].flatMap((pcode) => describeLocality(db, pcode)),
    more: found.length > mostFound,
    noneFound: query.trim() !== '' && found.length === 0,
    mostLocalities,
    longestName: communityName.most,
    name: searchParams.get('name') ?? '',
    kind: searchParams.get('kind') ?? '',
    discreet: searchParams.get('discreet') ?? 'no'
  };
};

const readCodes = (text: string): readonly PCode[] => [
  ...new Set(text.split(',').flatMap((code) => asPCode(code.trim()) ?? []))
];

function describeLocality(db: Portal, pcode: PCode) {
  const place = findPlace(db, pcode);
  return place ? [{ pcode, name: place.name, where: inOneLine(placePath(db, pcode).slice(0, 3)) }] : [];
}

const newCommunity = object({
  name: requiredText(communityName.most),
  kind: oneOf(communityKinds),
  discreet: oneOf(['yes', 'no']),
  localities: pipe(string(), transform(readCodes))
});

export const actions: Actions = {
  'make-community': async (event) => {
    requireStaff(event, 'make-community', whereMaking(event.locals.staff));
    const read = await readForm(event.request, newCommunity);
    if (!read.ok) return read.failure;
    const { db } = event.locals.ctx;
    const known = areasOf(db, read.value.localities);
    const ctx = requireStaff(
      event,
      'make-community',
      known.length > 0 ? { areas: known } : whereMaking(event.locals.staff)
    );
    const made = makeCommunity(ctx, { ...read.value, discreet: read.value.discreet === 'yes' });
    if (!made.ok) return refusedForm(made.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${made.value.slug}`);
  }
};
