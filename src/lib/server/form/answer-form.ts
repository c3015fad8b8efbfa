// Owns the way of a plain form: read, done, and on to where it leads; or back with what was typed. Who may, its route asked.
import { redirect, type ActionFailure } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Result } from '#lib/domain/shared/result.ts';
import { readForm, refusedForm, type RefusedForm } from './read-form.ts';

export type FormSchema = Parameters<typeof readForm>[1];
export type Does<S extends FormSchema> = (input: v.InferOutput<S>) => Promise<Result<unknown>> | Result<unknown>;

/** @param after the address that answers where it was done. */
export async function answerForm<S extends FormSchema>(
  request: Request,
  schema: S,
  does: Does<S>,
  after: string
): Promise<ActionFailure<RefusedForm>> {
  const read = await readForm(request, schema);
  if (!read.ok) return read.failure;
  const done = await does(read.value);
  if (!done.ok) return refusedForm(done.refusal, read.typed);
  redirect(303, after);
}
