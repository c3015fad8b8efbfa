import { describe, expect, test } from 'vitest';
import { envelopeKey, envelopeText, readEnvelope, writeEnvelope } from '#lib/domain/assembly/envelope.ts';
import { device, envelope } from '../../../../tests/support/assemblies.ts';

const signature = '0'.repeat(128);
const signed = { envelope: envelope(), signature };
const text = writeEnvelope(signed);
const inside = (change: object): string => writeEnvelope({ signature, envelope: { ...envelope(), ...change } });

test('an envelope is read as it was written', () => {
  expect(readEnvelope(text)).toEqual({ ok: true, value: signed });
  expect(text).toContain(envelopeText(envelope()));
});

test('a phone has one for each ballot of a poll', () => {
  const keys = [envelope(), envelope({ kind: 'ratification' }), envelope({ device: device('phone2') })].map(
    envelopeKey
  );
  expect(new Set(keys).size).toBe(3);
  expect(envelopeKey(envelope({ note: 'x', program: '2' }))).toBe(keys[0]);
});

describe('what is not exactly an envelope is refused', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['a space more', `${text} `],
    ['another order', JSON.stringify({ signature, envelope: envelope() })],
    ['a name that stands twice', text.replace('"note":""', '"note":"","note":""')],
    ['a figure written otherwise', text.replace('"youth":12', '"youth":12.0')],
    ['a sign written otherwise', text.replace('"program":"0', '"program":"\\u0030')],
    ['a member that nobody knows', inside({ more: 1 })],
    ['no note', text.replace('"note":"",', '')],
    ['a poll of another kind', inside({ kind: 'third' })],
    ['another format', inside({ format: 'sigida-envelope-2' })],
    ['no hash', inside({ ballot: 'x' })],
    ['a count below nought', inside({ attendance: { ...envelope().attendance, youth: -1 } })],
    ['a signature of another length', text.replace(signature, signature.slice(2))],
    ['a signature in capitals', text.replace(signature, 'A'.repeat(128))]
  ])('%s', (_, given) => {
    expect(readEnvelope(given)).toEqual({ ok: false, refusal: { code: 'envelope-unreadable' } });
  });
});
