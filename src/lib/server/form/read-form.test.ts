import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { optionalFile, requiredText } from './fields.ts';
import { readForm } from './read-form.ts';

const schema = v.object({ title: requiredText(20), picture: optionalFile });

function post(...fields: readonly [name: string, value: string | File][]) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return readForm(new Request('http://localhost/', { method: 'POST', body }), schema);
}

const photo = new File(['photo'], 'photo.jpg', { type: 'image/jpeg' });
const nothingChosen = new File([], '');
const refused = (errors: Record<string, string>) => ({ ok: false, failure: { status: 400, data: { errors } } });

describe('readForm', () => {
  it('hands a file to the field that declares one', async () => {
    const read = await post(['title', 'Puits'], ['picture', photo]);
    expect(read).toMatchObject({ ok: true, value: { title: 'Puits' }, typed: { title: 'Puits', picture: '' } });
    expect(read.ok && (await read.value.picture?.text())).toBe('photo');
  });

  it.each([
    ['nothing chosen', [['picture', nothingChosen]]],
    ['an empty text, from a form without files', [['picture', '']]],
    ['no such field', []]
  ] satisfies [string, [string, string | File][]][])('takes %s for no file', async (_, fields) => {
    expect(await post(['title', 'Puits'], ...fields)).toMatchObject({ ok: true, value: { picture: null } });
  });

  it('hands on a file of no bytes, whose service refuses it', async () => {
    const read = await post(['title', 'Puits'], ['picture', new File([], 'empty.jpg')]);
    expect(read.ok && read.value.picture?.size).toBe(0);
  });

  it('refuses text where a file is expected, and several files', async () => {
    expect(await post(['title', 'Puits'], ['picture', 'photo.jpg'])).toMatchObject(
      refused({ picture: 'file-expected' })
    );
    const two = await post(['title', 'Puits'], ['picture', photo], ['picture', photo]);
    expect(two).toMatchObject(refused({ picture: 'file-expected' }));
  });

  it('refuses a file where text is expected', async () => {
    expect(await post(['title', photo])).toMatchObject(refused({ title: 'field-required' }));
  });

  it('reads what is no form at all as an empty one', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const broken = new Request('http://localhost/', { method: 'POST', body: '--x\r\nbroken', headers });
    expect(await readForm(broken, schema)).toMatchObject(refused({ title: 'field-required' }));
  });

  it('says that a file must be chosen again where something else was wrong', async () => {
    const read = await post(['title', ''], ['picture', photo]);
    expect(read).toMatchObject(refused({ title: 'field-required', picture: 'file-again' }));
  });
});
