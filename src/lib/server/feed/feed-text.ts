// Owns texts in feeds: every sign comes out as it was, but for those that make a reader of XML refuse the whole file.

/** Signs that XML 1.0 forbids even when escaped, and those that stand for others below; Unicode gives the latter no meaning. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const standIns: Readonly<Record<string, string>> = { '&': '\uFDD0', '<': '\uFDD1', '>': '\uFDD2' };
const escapes: Readonly<Record<string, string>> = { '\uFDD0': '&amp;', '\uFDD1': '&lt;', '\uFDD2': '&gt;' };

/** Every text in it with the line ends and signs that all formats take. */
export const withPlainTexts = <Document>(document: Document): Document => mapTexts(document, plain);

/**
 * The library puts texts that need escaping on lines of their own, as CDATA: white space comes into titles and addresses. So it is
 * given none that does, and the escapes are put in behind it.
 */
export const inXml = <Document>(document: Document, write: (document: Document) => string): string =>
  write(mapTexts(document, (text) => plain(text).replace(/[&<>]/g, (sign) => standIns[sign] ?? sign))).replace(
    /[\uFDD0-\uFDD2]/g,
    (sign) => escapes[sign] ?? sign
  );

/** For files without escapes, which a control character would spoil or worse; lines and tabs stay. */
export const withoutControls = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, ' ');

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(forbidden, '\uFFFD');

const mapTexts = <Document>(document: Document, map: (text: string) => string): Document =>
  JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    typeof value === 'string' ? map(value) : value
  ) as Document;
