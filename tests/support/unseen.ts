// Owns doing at the desk what `actions.ts` does, by the same forms, without showing the pages: for stories about something else.
import { expect, type Page } from '@playwright/test';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { secretOf } from './actions.ts';
import type { Member } from './hire.ts';

type Field = readonly [name: string, value: string];

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Of a form: what its inputs hold as they stand, as a browser sends them. */
const fieldsOf = (form: string): readonly Field[] =>
  [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): readonly Field[] => {
    const boxed = ['radio', 'checkbox'].includes(attribute(tag, 'type'));
    return boxed && !/ checked\b/.test(tag) ? [] : [[attribute(tag, 'name'), attribute(tag, 'value')]];
  });

/**
 * Sends the last form of a page, as the stories press the last button. @param typed instead of what the page holds, by name; a list is
 * ticked. @returns the page that answers. @throws when the form is refused.
 */
async function fillIn(
  page: Page,
  path: string,
  typed: (form: string) => Readonly<Record<string, string | readonly string[]>>
): Promise<string> {
  const read = await page.request.get(path);
  const form = [...(await read.text()).matchAll(/<form method="POST"[^]*?<\/form>/g)]
    .map(([found]) => found)
    .findLast((found) => !found.includes('/sign-out"'));
  if (form === undefined) throw new Error(`${path} has no form.`);
  const own = typed(form);
  const fields = [
    ...fieldsOf(form).filter(([name]) => !(name in own)),
    ...Object.entries(own).flatMap(([name, text]) => [text].flat().map((one): Field => [name, one]))
  ];
  const [address, origin] = [new URL(attribute(form, 'action'), read.url()).href, new URL(read.url()).origin];
  const answer = await page.request.post(address, {
    headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    data: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
  });
  expect(answer.status(), `${path} is taken`).toBe(200);
  return answer.text();
}

const signatures = (page: Page, { phone, secret }: Member) => ({
  ownSecret: secretOf(page),
  secondPhone: phone,
  secondSecret: secret
});

/** By card, until the end of this day. @param count how many of the projects, from the first. */
export const freezeUnseen = (page: Page, desk: string, second: Member, count: number): Promise<string> =>
  fillIn(page, `${desk}/freeze`, (form) => ({
    chosen: [...form.matchAll(/name="chosen" value="([^"]+)"/g)].map(([, id = '']) => id).slice(0, count),
    'place-0': 'Place du marché',
    'day-0': new Date().toISOString().slice(0, 10),
    'channel-0': 'cards',
    'hour-0': '23:59',
    ...signatures(page, second)
  }));

/** One sheet of each colour. @returns the codes as they stand on the cards, by colour. */
export async function printCardsUnseen(page: Page, desk: string): Promise<ByColour<readonly string[]>> {
  const html = await fillIn(page, `${desk}/cards`, () => ({ HW: '1', HM: '1', RW: '1', RM: '1' }));
  const sheets = html.split('class="card-sheet"').slice(1);
  expect(sheets).toHaveLength(4);
  const [HW = [], HM = [], RW = [], RM = []] = sheets.map((sheet) =>
    [...sheet.matchAll(/<span class="code">([^<]+)</g)].map(([, code = '']) => code)
  );
  return { HW, HM, RW, RM };
}

export const openPollUnseen = (page: Page, desk: string, second: Member, present: ByColour<number>): Promise<string> =>
  fillIn(page, `${desk}/poll`, () => ({
    ...Object.fromEntries(colourCodes.map((colour) => [colour, String(present[colour])])),
    ...{ youth: '0', disability: '0', disputes: '0' },
    ...signatures(page, second)
  }));

/** Closes or publishes, whichever form the page shows. */
export const signActUnseen = (page: Page, desk: string, second: Member): Promise<string> =>
  fillIn(page, `${desk}/poll`, () => signatures(page, second));
