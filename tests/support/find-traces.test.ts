import { expect, test } from 'vitest';
import { findInBytes, findTraces } from './find-traces.ts';

const secrets = {
  code: ['1234 5678 9012 3452'],
  phone: ['76123456'],
  pin: ['004217'],
  choice: ['yny'],
  name: ['Aïssata']
};

test.each([
  ['a code as it is printed', 'POST code=1234 5678 9012 3452'],
  ['a code without its groups', '{"path":"/v/1234567890123452"}'],
  ['a code in an address', '/v?code=1234%205678%209012%203452'],
  ['a posted code', 'code=1234+5678+9012+3452&x='],
  ['a code with hyphens', '1234-5678-9012-3452'],
  ['a phone number in pairs', 'signed in: 76 12 34 56'],
  ['a phone number with its country', '+22376123456'],
  ['a PIN', '{"milliseconds":12,"secret":"004217"}'],
  ['a PIN in two groups', '004 217'],
  ['a choice', 'marks=yny'],
  ['a name in an address', '/fr/A%C3%AFssata'],
  ['a code in base 64', Buffer.from('1234567890123452').toString('base64')]
])('%s is found', (_, text) => {
  expect(findTraces(`{"level":"info"}\n${text}\n`, secrets)).not.toEqual([]);
});

test('a line of the log is let by', () => {
  const line =
    '{"time":"2026-07-05T09:00:00Z","level":"info","event":"request","id":"r0a1b2c3","status":200,"milliseconds":12}';
  expect(findTraces(line, secrets)).toEqual([]);
});

test('what is too short to be told from anything else is refused', () => {
  expect(() => findTraces('x', { choice: ['y'] })).toThrow('too short');
});

const bare = '1234567890123452';
test.each([
  ['plain', Buffer.from(bare)],
  ['in groups', Buffer.from('1234 5678 9012 3452')],
  ['in UTF-16', Buffer.from(`x${bare}`, 'utf16le')],
  ['in UTF-16 and groups', Buffer.from('1234 5678 9012 3452', 'utf16le')],
  ['in UTF-16 of the other order', Buffer.from(bare, 'utf16le').swap16()],
  ['in base 64', Buffer.from(Buffer.from(bare).toString('base64'))],
  ['in base 64 after one more', Buffer.from(Buffer.from(`x${bare}y`).toString('base64'))],
  ['in base 64 after two more', Buffer.from(Buffer.from(`xx${bare}yyy`).toString('base64'))],
  ['in hexadecimal', Buffer.from(Buffer.from(bare).toString('hex'))],
  ['two figures to a byte', Buffer.from(bare, 'hex')]
])('a code in a file is found %s', (_, bytes) => {
  const file = Buffer.concat([Buffer.from([0, 255, 7]), bytes, Buffer.from([0, 1])]);
  expect(findInBytes(file, { code: secrets.code })).not.toEqual([]);
  expect(findInBytes(file, { code: ['9234567890123459'] })).toEqual([]);
});
