import { fail, type RequestEvent } from '@sveltejs/kit';
import { formatCardCode } from '#lib/domain/vote/card-code.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { readBody, textOf } from '#lib/server/form/read-form.ts';
import { heardVoices } from '#lib/server/proposal/queries.ts';
import { castBallot, findBallot, type Ballot } from '#lib/server/vote/vote-with-card.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
};

const answers = { yes: true, no: false } as const;
type Marks = readonly (boolean | null)[];

/** One answer per option, null where there is none yet. Where one mark is cast, `choice` holds a place, or `blank`. */
function marksOf(typed: Readonly<Record<string, string>>, { options }: Ballot): Marks {
  const { choice } = typed;
  if (choice === undefined)
    return options.map((_, place) => answers[typed[`mark-${place}`] as keyof typeof answers] ?? null);
  const known = choice === 'blank' || options.some((_, place) => String(place) === choice);
  return options.map((_, place) => (known ? String(place) === choice : null));
}

async function readBallot(event: RequestEvent) {
  const typed = textOf(await readBody(event.request));
  const { ctx, runtime } = event.locals;
  const found = await findBallot(ctx.db, runtime.box, typed['code'] ?? '');
  const shown = found.ok ? found.value.options.map(({ proposal }) => proposal) : [];
  return { typed, found, voices: heardVoices(ctx.db, ctx.now, shown) };
}

/** Of their own page: a card that voted, and a box that can not be written, which is no fault of the card's. */
const steps: Readonly<Record<string, 'used' | 'paper'>> = { 'card-used': 'used', 'box-can-not-write': 'paper' };

const refused = (code: string, typed: string) =>
  fail(code === 'box-can-not-write' ? 503 : 400, { step: steps[code] ?? ('code' as const), error: code, code: typed });

const shown = ({ code, options, oneMark }: Ballot, marks: Marks, voices: ReadonlyMap<string, string>) => ({
  code: formatCardCode(code),
  oneMark,
  marks,
  options: options.map(({ proposal, letter, colour, icon, title, language, cost, place }) => ({
    letter,
    colour,
    icon,
    title,
    language,
    cost,
    place,
    voice: voices.get(proposal)
  }))
});

export const actions: Actions = {
  code: async (event) => {
    requirePermission(event, 'read-published');
    const { found, typed, voices } = await readBallot(event);
    if (!found.ok) return refused(found.refusal.code, typed['code'] ?? '');
    return { step: 'ballot' as const, missing: false, ...shown(found.value, marksOf(typed, found.value), voices) };
  },

  review: async (event) => {
    requirePermission(event, 'read-published');
    const { found, typed, voices } = await readBallot(event);
    if (!found.ok) return refused(found.refusal.code, typed['code'] ?? '');
    const marks = marksOf(typed, found.value);
    const missing = marks.includes(null);
    return { step: missing ? ('ballot' as const) : ('recap' as const), missing, ...shown(found.value, marks, voices) };
  },

  /** The same page for a first and a repeated confirm: the reply to the first may have been lost. */
  confirm: async (event) => {
    requirePermission(event, 'read-published');
    const typed = textOf(await readBody(event.request));
    const marks = (typed['marks'] ?? '').split('').map((mark) => mark === 'y');
    const cast = await castBallot(event.locals.runtime.box, typed['code'] ?? '', marks);
    return cast.ok ? { step: 'recorded' as const } : refused(cast.refusal.code, typed['code'] ?? '');
  }
};
