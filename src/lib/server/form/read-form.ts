// Owns reading a posted form: text where text is expected, parsed by a schema, and everything typed handed back when it is wrong.
import { fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Refusal } from '#lib/domain/shared/result.ts';
import { noteRefusal } from '../log/request-notes.ts';

/** What was typed, by field; never a PIN or a card's code. */
export type Typed = Readonly<Record<string, string>>;
/** What a page shows after a refused form: message codes by field (`form` where no field is at fault), and what was typed. */
export type RefusedForm = {
  readonly errors: Readonly<Record<string, string>>;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly typed: Typed;
};

type Schema = v.ObjectSchema<v.ObjectEntries, undefined>;
type Read<S extends Schema> =
  { ok: true; value: v.InferOutput<S>; typed: Typed } | { ok: false; failure: ActionFailure<RefusedForm> };

/** Fields that are never written back into a page. */
const secretFields = new Set(['secret', 'secondSecret', 'ownSecret', 'proof']);

/** A body that breaks off or is not what its header says reads as an empty form, and is answered field by field. */
export const readBody = (request: Request): Promise<FormData> => request.formData().catch(() => new FormData());

/** A repeated field counts as its values joined by commas. A file where text is expected reads as empty. */
export function textOf(form: FormData): Typed {
  const typed = new Map<string, string>();
  for (const [name, value] of form) {
    const text = typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
    const before = typed.get(name);
    typed.set(name, before === undefined ? text : `${before},${text}`);
  }
  return Object.fromEntries(typed);
}

const withoutSecrets = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !secretFields.has(name)));

/** What a browser sends for a file field where nothing was chosen: a file without a name, or, in a form of text, nothing. */
const isNothing = (value: FormDataEntryValue): boolean =>
  typeof value === 'string' ? value === '' : value.name === '' && value.size === 0;

/** By the fields that the schema wants files in. Text there, or several files, is handed on and refused by its rule. */
function filesOf(form: FormData, schema: Schema): Readonly<Record<string, unknown>> {
  const names = Object.keys(schema.entries).filter((name) => isFileField(schema.entries[name]));
  return Object.fromEntries(
    names.map((name) => {
      const given = form.getAll(name).filter((value) => !isNothing(value));
      return [name, given.length > 1 ? given : (given[0] ?? null)];
    })
  );
}

const isFileField = (entry: v.ObjectEntries[string] | undefined): boolean =>
  entry !== undefined && v.getMetadata(entry)['isFile'] === true;

/** Missing fields read as empty, so that each rule of the schema answers with its own code. */
export async function readForm<S extends Schema>(request: Request, schema: S): Promise<Read<S>> {
  const form = await readBody(request);
  const [typed, files] = [textOf(form), filesOf(form, schema)];
  const missing = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, '']));
  const parsed = v.safeParse(schema, { ...missing, ...typed, ...files });
  if (parsed.success) return { ok: true, value: parsed.output, typed: withoutSecrets(typed) };
  const errors: Record<string, string> = {};
  const detail: Record<string, string | number> = {};
  for (const issue of parsed.issues) {
    const field = String(issue.path?.[0]?.key ?? 'form');
    if (field in errors) continue;
    errors[field] = issue.message;
    if (typeof issue.requirement === 'number') detail[`${field}.limit`] = issue.requirement;
  }
  for (const code of Object.values(errors)) noteRefusal(code);
  // A page can write back what was typed, and never a file.
  for (const [name, file] of Object.entries(files)) if (file !== null) errors[name] ??= 'file-again';
  return { ok: false, failure: fail(400, { errors, detail, typed: withoutSecrets(typed) }) };
}

/** A service's refusal, as the same page shows it. */
export function refusedForm(refusal: Refusal, typed: Typed, status = 409): ActionFailure<RefusedForm> {
  noteRefusal(refusal.code);
  return fail(status, {
    errors: { [refusal.field ?? 'form']: refusal.code },
    detail: refusal.detail ?? {},
    typed: withoutSecrets(typed)
  });
}
