import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { filesUnder, readText } from '../../../../tests/support/project-files.ts';
import { limitBody, mostOfForm, mostOfUpload, uploads } from './body-limit.ts';

const desk = '/[lang=lang]/desk/sign-in';
const propose = '/[lang=lang]/communities/[slug]/propose';

type Sent = { readonly bytes: number; readonly claimed?: string | null; readonly lang?: string };

/** @param resolve what the program does meanwhile. */
async function send(
  route: string,
  { bytes, claimed = String(bytes), lang = 'fr' }: Sent,
  resolve: () => Promise<Response> = () => Promise.resolve(new Response('done'))
) {
  let unread = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const size = Math.min(unread, 65_536);
      if (size === 0) return controller.close();
      unread -= size;
      controller.enqueue(new Uint8Array(size));
    }
  });
  const headers = claimed === null ? {} : { 'content-length': claimed };
  const request = new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  const event = { request, route: { id: route }, locals: { lang } } as unknown as RequestEvent;
  const answer = await limitBody({ event, resolve });
  return { status: answer.status, text: await answer.text(), unread };
}

it('knows every route whose form brings files', () => {
  const withFiles = filesUnder('src/routes/', /\+page\.svelte$/)
    .filter((path) => readText(path).includes('multipart/form-data'))
    .map((path) => path.slice('src/routes'.length, -'/+page.svelte'.length));
  expect([...uploads].sort()).toEqual(withFiles.sort());
});

describe('limitBody', () => {
  it.each([
    ['a form', desk, mostOfForm],
    ['a form with a picture', propose, mostOfUpload]
  ])('lets %s of its limit by, and not a byte more', async (_, route, most) => {
    expect(await send(route, { bytes: most })).toMatchObject({ status: 200, text: 'done' });
    expect(await send(route, { bytes: most + 1 })).toMatchObject({ status: 413 });
  });

  it('answers in the person’s language, once everything was sent and thrown away', async () => {
    const refused = await send(desk, { bytes: 3_000_000, lang: 'bm' });
    expect(refused).toMatchObject({ status: 413, unread: 0 });
    expect(refused.text).toContain('<html lang="bm"');
    expect(refused.text).toContain('kojugu');
  });

  it('refuses a body that does not say its length', async () => {
    expect(await send(desk, { bytes: 10, claimed: null })).toMatchObject({ status: 411 });
    expect(await send(desk, { bytes: 10, claimed: 'many' })).toMatchObject({ status: 411 });
  });

  it('takes so many pictures at a time, while texts still pass', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const underWay = Array.from({ length: 9 }, () =>
      send(propose, { bytes: mostOfUpload }, () => slow.then(() => new Response('done')))
    );
    expect(await send(propose, { bytes: mostOfUpload })).toMatchObject({ status: 503 });
    expect(await send(propose, { bytes: mostOfForm })).toMatchObject({ status: 200 });
    finish();
    expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual(Array<number>(9).fill(200));
    expect(await send(propose, { bytes: mostOfUpload })).toMatchObject({ status: 200 });
  });
});
