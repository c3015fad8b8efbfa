// Owns the document of a list that other people's pages frame: its policy, which lets anybody frame it, and how heavy it may be.
import { createHash } from 'node:crypto';

/** Bytes, styles included: a page that frames it is read by the megabyte too. */
export const heaviest = 5_000;

type Document = { readonly lang: string; readonly dir: string; readonly title: string; readonly styles: string };

/** @param body escaped already. @param title of a catalogue, never of a person: it is not escaped. */
const documentOf = ({ lang, dir, title, styles }: Document, body: string): string =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>${title}</title><style>${styles}</style></head><body>${body}</body></html>\n`;

/** The longest list that is light enough: fewer events where their titles are long. */
export function lightDocument<Event>(
  head: Document,
  events: readonly Event[],
  render: (events: readonly Event[]) => string
): string {
  const document = documentOf(head, render(events));
  return Buffer.byteLength(document) <= heaviest || events.length === 0
    ? document
    : lightDocument(head, events.slice(0, -1), render);
}

/** Its own styles and nothing else; links lead out of the frame. */
export const framedPolicy = (styles: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors *";
