// Owns what is read out of a kept page and written into it: its title and language, the bar that says when it was seen, the list of
// pages. Titles stay escaped as the portal wrote them. It refuses to write anywhere but where the portal left room.

export type Seen = { readonly address: string; readonly lang: string; readonly title: string; readonly moment: string };

export const languageOf = (html: string): string => /<html lang="(\w+)"/.exec(html)?.[1] ?? '';
/** As it stands in the page, without our own name. */
export const titleOf = (html: string): string =>
  (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').replace(/ · Sigida$/, '').trim();

/** Only a whole page has a place for the bar: sheets for paper and pages inside others have none. */
export const hasRoom = (html: string): boolean => html.includes('<main id="main"');

/** Addresses of our own drawings and scripts that the page asks for, or will. */
export const filesIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/="(\/[\w-]+\.(?:js|svg)\?v=\w+)/g)].map(([, address = '']) => address))
];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** What the bar says; an open page puts it into one of its own. */
export const barOf = (sentence: string, act: string, address: string): string =>
  `<div class="text"><p><strong>${sentence}</strong> <a href="${escaped(address)}">${act}</a></p></div>`;

export function withBar(html: string, said: string): string {
  const bar = `<div class="notice warn" role="status">${said}</div>`;
  return html.replace(/<main id="main"[^>]*>/, (opening) => opening + bar);
}

/** @param seen newest first. Without any, what the page says of none stays. */
export function withList(html: string, seen: readonly Seen[]): string {
  if (seen.length === 0) return html;
  const items = seen.map(
    ({ address, lang, title, moment }) =>
      `<li><a href="${escaped(address)}" lang="${escaped(lang)}">${title || escaped(address)}</a><br />${moment}</li>`
  );
  return html.replace(/<div data-seen[^>]*>[\s\S]*?<\/div>/, () => `<ul class="seen stack">${items.join('')}</ul>`);
}
