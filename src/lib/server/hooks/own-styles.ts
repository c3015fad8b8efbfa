// Owns leaving out of a page's styles what nothing in that page matches. It refuses to guess: what it can not read stays, and so does
// what a script on the phone may still add.

type Choice = { readonly text: string; readonly names: readonly string[] };
type Rule =
  | { readonly kind: 'style'; readonly choices: readonly Choice[]; readonly body: string }
  | { readonly kind: 'media'; readonly when: string; readonly rules: readonly Rule[] }
  | { readonly kind: 'whole'; readonly text: string };

/** What our scripts write into a page, by what they look for in it: letter keys, the reader's bar and its list. */
export const written: Readonly<Record<string, string>> = {
  'data-letters': '<div class="keys"><button>',
  '<main': '<div class="notice warn"><div class="text"><p><strong><a>',
  'data-seen': '<ul class="seen stack"><li><a><br>'
};

/** Up to one level of rules within rules, which is all that a sheet of ours has. */
const blocks = /([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}/g;
/** A comma between selectors, not one within `:is(…)` or what is quoted. */
const between = /,(?![^(]*\)|[^[]*\])/;
/** What says nothing about which elements, classes and attributes there are. A script may turn the direction. */
const conditions = /\([^()]*\)|\[dir[^\]]*\]|=?"[^"]*"|=[\w-]+|::?[\w-]+/g;

const choiceOf = (text: string): Choice => ({
  text,
  names: text.replace(conditions, '').match(/[.[]?[a-z][\w-]*/gi) ?? []
});

function ruleOf([text, head = '', body = '']: readonly string[]): Rule {
  if (head.startsWith('@media')) return { kind: 'media', when: head, rules: rulesIn(body) };
  if (head.startsWith('@')) return { kind: 'whole', text: text ?? '' };
  return { kind: 'style', choices: head.split(between).map(choiceOf), body };
}

const rulesIn = (css: string): readonly Rule[] => [...css.matchAll(blocks)].map(ruleOf);

/** Each name that the page has: `card` as an element would be named, `.card` as a class, `[card` as an attribute. */
function namesIn(html: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, element = ''] of html.matchAll(/<([a-z][\w-]*)/gi)) names.add(element);
  for (const [, classes = ''] of html.matchAll(/ class="([^"]*)"/g))
    for (const name of classes.split(/\s+/)) names.add(`.${name}`);
  for (const [, attribute = ''] of html.matchAll(/[\s"]([a-z][\w-]*)(?=[=\s>])/gi)) names.add(`[${attribute}`);
  return names;
}

function shownBy(rule: Rule, names: ReadonlySet<string>): string {
  if (rule.kind === 'whole') return rule.text;
  if (rule.kind === 'media') {
    const inside = rule.rules.map((each) => shownBy(each, names)).join('');
    return inside && `${rule.when}{${inside}}`;
  }
  const chosen = rule.choices.filter((choice) => choice.names.every((name) => names.has(name)));
  return chosen.length === 0 ? '' : `${chosen.map(({ text }) => text).join(',')}{${rule.body}}`;
}

/** The build makes one for each set of sheets, so that there are a few dozen. */
const read = new Map<string, readonly Rule[]>();

function rulesOf(css: string): readonly Rule[] {
  const known = read.get(css);
  if (known) return known;
  const rules = rulesIn(css);
  // One that was not understood to the last letter stays as it is.
  const understood = css.replace(blocks, '').trim() === '';
  const kept: readonly Rule[] = understood ? rules : [{ kind: 'whole', text: css }];
  read.set(css, kept);
  return kept;
}

/** @param html a whole page with its styles in one element. */
export function withOwnStyles(html: string): string {
  const [element, css] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
  if (!element || !css) return html;
  const later = Object.entries(written).flatMap(([sought, markup]) => (html.includes(sought) ? markup : []));
  const names = namesIn(html.replace(element, later.join('')));
  const own = rulesOf(css.replaceAll('\n', '')).map((rule) => shownBy(rule, names));
  return html.replace(element, () => `<style>${own.join('')}</style>`);
}
