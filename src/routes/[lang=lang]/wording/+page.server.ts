import { redirect } from '@sveltejs/kit';
import { match } from '$app/paths';
import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { countRemarkFrom } from '#lib/server/auth/throttle.ts';
import { languagesWithStatus } from '#lib/server/desk/administration.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { remarkForm } from '#lib/server/wording/forms.ts';
import { keepRemark } from '#lib/server/wording/remarks.ts';
import type { Actions, PageServerLoad } from './$types';

/** The pattern of a page of ours; an address could name somebody's village, and none of ours is this long. */
async function patternOf(page: string): Promise<string> {
  if (!/^\/[\w/.-]{0,200}$/.test(page)) return '';
  return (await match(page))?.id ?? '';
}

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'remark-on-wording');
  const { searchParams } = event.url;
  const asked = searchParams.get('page') ?? '';
  const page = (await patternOf(asked)) ? asked : '';
  const share = languagesWithStatus().find(({ tag }) => tag === event.locals.lang);
  return {
    page,
    received: searchParams.has('received'),
    share: share && share.reviewed !== null ? { reviewed: share.reviewed, all: share.all } : null,
    canonical: '/wording'
  };
};

export const actions: Actions = {
  default: async (event) => {
    requirePermission(event, 'remark-on-wording');
    const { ctx, runtime } = event.locals;
    const read = await readForm(event.request, remarkForm(screenLanguages));
    if (!read.ok) return read.failure;
    const counted = await countRemarkFrom(ctx, runtime.settings.keyFor('sender-address'), event.getClientAddress());
    if (!counted.ok) return refusedForm(counted.refusal, read.typed, 429);
    keepRemark(ctx, read.value, await patternOf(read.value.page));
    redirect(303, `${event.url.pathname}?received=1`);
  }
};
