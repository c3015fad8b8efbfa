// Owns posting a form with one wrong input, as a browser would, and reading what came back.
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

export type Typed = Readonly<Record<string, string>>;

/** Field at fault, what is typed in it, and the code of the message that must answer. */
export type Wrong = readonly [field: string, value: string, code: string];

export type WrongForm = {
  /** The route with its actions, as `/[lang=lang]/vote`. */
  readonly route: string;
  readonly path: string;
  readonly action?: string;
  /** What is typed into the other fields; hidden fields and choices of the page are kept as they stand. */
  readonly typed: Typed;
  readonly wrong: readonly Wrong[];
};

type Read = {
  /** Where the form posts to. */
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
  readonly invalid: readonly string[];
  readonly text: string;
  /** Links of the summary that lead to nothing. */
  readonly lost: readonly string[];
};

const secrets = ['secret', 'ownSecret', 'secondSecret', 'proof'];

/** Reads a page in a browser's own parser. `action` names the form; without it the first that posts. */
const readPage = (page: Page, html: string, action: string | undefined): Promise<Read> =>
  page.evaluate(
    ([source, wanted]) => {
      const read = new DOMParser().parseFromString(source ?? '', 'text/html');
      const forms = [...read.querySelectorAll<HTMLFormElement>('main form[method=POST]')];
      const form = wanted
        ? forms.find((one) => new RegExp(`[?]/${wanted}([&#]|$)`).test(one.getAttribute('action') ?? ''))
        : forms[0];
      const values: Record<string, string> = {};
      for (const field of form?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? []) {
        const boxed = field.type === 'radio' || field.type === 'checkbox';
        if (!(field.name in values)) values[field.name] = '';
        if (boxed && !field.checked) continue;
        values[field.name] = values[field.name] ? `${values[field.name]},${field.value}` : field.value;
      }
      const invalid = [...read.querySelectorAll<HTMLInputElement>('[aria-invalid=true]')].map(({ name }) => name);
      const lost = [...read.querySelectorAll('.notice a[href^="#"]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !read.getElementById(href.slice(1)));
      return {
        action: form?.getAttribute('action') ?? '',
        values,
        invalid,
        text: read.querySelector('main')?.textContent ?? '',
        lost
      };
    },
    [html, action] as const
  );

/** What the page says for a refusal, whatever values it names. */
export function messageOf(lang: string, code: string, family = 'error'): RegExp {
  const { messages } = JSON.parse(readFileSync(`messages/${lang}.json`, 'utf8')) as {
    messages: Record<string, string>;
  };
  const message = messages[`${family}.${code}`];
  if (!message) throw new Error(`${lang} has no words for ${family}.${code}`);
  const parts = message.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.+'));
}

/** Posts the form once for each wrong input, and expects the field's message and everything else that was typed. */
export async function expectMessages(
  page: Page,
  request: APIRequestContext,
  origin: string,
  lang: string,
  form: WrongForm
) {
  const address = `${origin}/${lang}${form.path}`;
  const before = await readPage(page, await (await request.get(address)).text(), form.action);
  for (const [field, value, code] of form.wrong) {
    const name = `${form.route} ${form.action ?? ''} ${field} = "${value.slice(0, 20)}" (${lang})`;
    expect(Object.keys(before.values), `${name}: the page has the field`).toContain(field);
    const sent = { ...before.values, ...form.typed, [field]: value };
    const posted = new URLSearchParams();
    for (const [key, text] of Object.entries(sent))
      for (const part of ['chosen', 'localities'].includes(key) ? text.split(',').filter(Boolean) : [text])
        posted.append(key, part);
    const answer = await request.post(new URL(before.action, address).href, {
      headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      data: posted.toString()
    });
    expect(answer.status(), name).toBeGreaterThanOrEqual(400);
    expect(answer.status(), name).toBeLessThan(500);
    const html = await answer.text();
    const after = await readPage(page, html, form.action);
    expect(after.text, name).toMatch(messageOf(lang, code));
    expect(after.lost, `${name}: every link of the summary leads to a field`).toEqual([]);
    if (field !== 'chosen' && before.values[field] !== undefined) expect(after.invalid, name).toContain(field);
    for (const [key, text] of Object.entries(sent)) {
      if (secrets.includes(key)) {
        expect(after.values[key], `${name}: a secret is never shown again`).toBe('');
        if (text) expect(html, `${name}: a secret is never shown again`).not.toContain(text);
      } else if (key !== field) expect(after.values[key], `${name}: ${key} is kept`).toBe(text);
    }
  }
}
