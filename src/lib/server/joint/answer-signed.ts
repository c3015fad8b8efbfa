// Owns answering a form that two people sign: what was refused, the paper that was drawn, or the page to go on from.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Result } from '#lib/domain/shared/result.ts';
import { shown } from '../account/shown-once.ts';
import { refusedForm, type Typed } from '../form/read-form.ts';
import { shownPairing } from './shown-pairing.ts';
import type { Tools } from './performer.ts';
import type { Signed } from './sign-together.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url'>;

export const toolsOf = ({ locals }: Pick<Asked, 'locals'>): Tools => ({
  box: locals.runtime.box,
  keyFor: locals.runtime.settings.keyFor
});

/** @param back path in the desk, without the language. @throws the redirect. */
export function answerSigned({ locals, url }: Asked, signed: Result<Signed>, typed: Typed, back: string) {
  if (!signed.ok) return refusedForm(signed.refusal, typed);
  const { value } = signed;
  if (value.waits !== null) redirect(303, `/${locals.lang}/desk/acts/${value.waits}`);
  const { paper } = value;
  if (paper && 'pairing' in paper) return shownPairing(paper, `${url.origin}/${locals.lang}/assembly`);
  if (paper) return shown(paper);
  redirect(303, `/${locals.lang}/desk/${back}`);
}
