import { describe, expect, test } from 'vitest';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { filesMissing, makePack, packIsOutdated, readPack, type PackBody } from '#lib/domain/assembly/pack.ts';
import { freezeTerms } from '#lib/domain/vote/terms.ts';
import { defaultQuorum } from '#lib/domain/vote/quorum.ts';
import { pack, packBody, sha256 } from '../../../../tests/support/assemblies.ts';

const write = (value: unknown): string => JSON.stringify(value);
/** Whole by its digest, whatever else is wrong with it. */
const sealed = (body: unknown): string =>
  write({ ...(body as object), digest: sha256(canonicalJson(body as Canonical)) });

test('a pack is read as it was made', () => {
  expect(readPack(write(pack()), sha256)).toEqual({ ok: true, value: pack() });
});

test('terms with a casting vote are read too', () => {
  const terms = freezeTerms('approval', { quorum: defaultQuorum, lastRung: 'casting-vote', office: 'chef de village' });
  const ballot: PackBody['ballot'] = { ...packBody().ballot, rule: 'approval', terms };
  expect(readPack(write(pack({ ballot })), sha256).ok).toBe(true);
});

describe('what is not whole is refused', () => {
  const { ballot, ...without } = packBody();
  const [first, ...others] = ballot.options;
  test.each<[string, string]>([
    ['no text', ''],
    ['another thing', '3'],
    ['half a download', write(pack()).slice(0, 400)],
    ['one figure changed', write({ ...pack(), households: 101 })],
    ['no digest', write(packBody())],
    ['no ballot', sealed(without)],
    ['a member that nobody knows', sealed({ ...packBody(), more: 1 })],
    ['a rule that nobody knows', sealed({ ...packBody(), ballot: { ...ballot, rule: 'loudest' } })],
    ['a rule unlike its terms', sealed({ ...packBody(), ballot: { ...ballot, rule: 'approval' } })],
    [
      'one project twice',
      sealed({ ...packBody(), ballot: { ...ballot, options: [first, first, ...others.slice(1)] } })
    ],
    ['no project', sealed({ ...packBody(), ballot: { ...ballot, options: [] }, looks: [] })],
    ['a project without looks', sealed({ ...packBody(), looks: packBody().looks.slice(1) })],
    ['a sitting that is not listed', sealed({ ...packBody(), sitting: 'elsewhere' })],
    [
      'a quorum that nobody can reach',
      sealed({
        ...packBody(),
        ballot: { ...ballot, terms: { ...ballot.terms, quorum: { ...defaultQuorum, womenPercent: 100 } } }
      })
    ],
    ['another tie ladder', sealed({ ...packBody(), ballot: { ...ballot, terms: { ...ballot.terms, ties: ['lot'] } } })]
  ])('%s', (_, text) => {
    expect(readPack(text, sha256)).toEqual({ ok: false, refusal: { code: 'pack-not-whole' } });
  });

  test.each(['sigida-pack-1', 'sigida-pack-3'])('a pack of another program says so: %s', (format) => {
    const later = { ...packBody(), format };
    expect(readPack(sealed(later), sha256)).toEqual({ ok: false, refusal: { code: 'pack-of-another-version' } });
  });
});

describe('an outdated pack', () => {
  const newest = (change: Partial<PackBody>) => makePack(sha256, packBody(change));

  test('names what has changed since', () => {
    expect(packIsOutdated(pack(), newest({ call: 'second', households: null }))).toEqual(['call', 'households']);
  });

  test('is not one because somebody did something else on the server', () => {
    expect(packIsOutdated(pack(), newest({ chainHead: null, program: '9.0.0' }))).toEqual([]);
  });
});

test('a file that is not there, or another one, is missing', () => {
  const files = ['1', '2', '3'].map((name) => ({
    address: `/media/${name}`,
    bytes: 5_000_000,
    sha256: sha256(name),
    of: null,
    says: null,
    language: null
  }));
  const held = new Map([
    ['/media/1', sha256('1')],
    ['/media/2', sha256('half of it')]
  ]);
  expect(filesMissing(pack({ files }), held).map(({ address }) => address)).toEqual(['/media/2', '/media/3']);
});
