import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, it, test } from 'vitest';
import { returnReview } from '#lib/domain/wording/return-review.ts';
import { catalogues, frenchMessages } from '#lib/i18n/catalogues.ts';
import type { CatalogueOf } from '#lib/domain/wording/sentences.ts';
import { readSheet } from './read-sheet.ts';
import { whereUsed } from './where-used.ts';
import { writeSheet } from './write-sheet.ts';

const songhai = catalogues.get('ses') as CatalogueOf;
const remark = { language: 'ses', said: 'Sanba', better: 'Samba' };
const asked = { french: frenchMessages, whereUsed: () => [], remarks: [remark], draftsOnly: false };
const sheet = writeSheet({ ...asked, catalogues: [songhai] });

type Row = Record<string, string>;
const rowsOf = (text: string, delimiter = ';') =>
  parse(text, { bom: true, columns: true, delimiter }) as unknown as Row[];

/** As a spreadsheet saves what somebody filled in. */
function filledIn(fill: (row: Row) => Row, options: Parameters<typeof stringify>[1]): string {
  return stringify(rowsOf(sheet).map(fill), { header: true, ...options });
}

test('the whole catalogue goes out and comes back unchanged', () => {
  const read = readSheet(sheet);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  expect(read.value).toHaveLength(Object.keys(songhai.messages).length);
  expect(returnReview(songhai, frenchMessages, read.value)).toMatchObject({ ok: true, texts: [], catalogue: songhai });
});

test.each([
  ['semicolons, lines of Windows and a mark', { delimiter: ';', bom: true, record_delimiter: '\r\n' } as const],
  ['commas, everything quoted', { delimiter: ',', quoted: true } as const],
  ['tabs', { delimiter: '\t' } as const]
])('better words come back from a spreadsheet with %s', (_, options) => {
  const better = 'ɛ ɔ ɲ ŋ s\u030c ž';
  const text = filledIn(
    (row) => (row['clé'] === 'common.send' ? { ...row, 'nouveau texte': better, état: 'Relu' } : row),
    options
  );
  const read = readSheet(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const done = returnReview(songhai, frenchMessages, read.value);
  expect(done).toMatchObject({
    ok: true,
    texts: [{ key: 'common.send', before: 'Sanba', after: 'ɛ ɔ ɲ ŋ š ž' }],
    agreed: ['common.send']
  });
});

it('guards what a spreadsheet would take for a formula, and takes the guard off again', () => {
  const formula = { ...songhai, messages: { 'common.send': '=1+1' } };
  const text = writeSheet({ ...asked, catalogues: [formula] });
  expect(text).toContain("'=1+1");
  const read = readSheet(text);
  expect(read.ok && read.value[0]?.text).toBe('=1+1');
});

it('puts beside a text what speakers said of it, and what has to stay', () => {
  const byKey = new Map(rowsOf(sheet).map((row) => [row['clé'], row]));
  expect(byKey.get('common.send')?.['remarques']).toBe('Sanba → Samba');
  expect(byKey.get('desk.waiting_other')?.['note']).toContain('{{count}}');
  expect(byKey.get('desk.waiting_other')?.['français']).toMatch(/^many : .*\none : .*\nother : /);
});

test.each([
  ['sheet-empty', ''],
  ['columns-missing', 'clé;texte\na;b\n'],
  ['quotes-wrong', 'clé;"texte\n'],
  ['status-unknown', 'langue;clé;français;texte;état;nouveau texte\nses;a.b;x;y;peut-être;\n'],
  ['row-incomplete', 'langue;clé;français;texte;état;nouveau texte\nses;;x;y;relu;\n']
])('refuses %s', (code, text) => {
  expect(readSheet(text)).toMatchObject({ ok: false, refusal: { code } });
});

it('says on which pages a text stands', () => {
  const where = whereUsed('.');
  expect(where('wording.said')).toEqual(['/wording']);
  expect(where('propose.title')).toContain('/communities/[slug]/propose');
  expect(whereUsed('/nowhere')('wording.said')).toEqual([]);
});
