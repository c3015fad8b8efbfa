// Owns what a phone takes along to an assembly: all that the vote needs once there is no network. It refuses a pack that is not
// whole or of another format, and never asks the clock: the day of a sitting is the pack's.
import type { Sha256 } from '#lib/domain/audit/chain.ts';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { isDeviceId, isOptionId, isPollId, isSittingId } from '#lib/domain/shared/id-guards.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import {
  exactly,
  isCount,
  isDigest,
  isText,
  isWhole,
  listOf,
  oneOf,
  orNull,
  textLike,
  type Guarded
} from '#lib/domain/shared/shape.ts';
import { pollKinds } from '#lib/domain/vote/polls.ts';
import { calls } from '#lib/domain/vote/quorum.ts';
import { isBallot } from '#lib/domain/assembly/pack-ballot.ts';
import { decline, type PackRefusal } from '#lib/domain/assembly/refusals.ts';

export const packFormat = 'sigida-pack-2';
const isDay = textLike(/^\d{4}-\d\d-\d\d$/);

const isPackBody = exactly({
  format: oneOf([packFormat]),
  /** Version of the program that made it. */
  program: isText,
  /** Of the audit chain, for the minutes. */
  chainHead: orNull(isDigest),
  /** Of the screens, the community's own first. */
  languages: listOf(textLike(/^[a-z]{2,3}$/), 1),
  community: exactly({ slug: isText, name: isText, place: listOf(isText) }),
  consultation: isCount,
  poll: exactly({ id: isPollId, number: isCount, kind: oneOf(pollKinds) }),
  /** Exactly what the server froze: its hash is that of the audit chain. */
  ballot: isBallot,
  /** How each option looks, in the ballot's order, and the language of its title. */
  looks: listOf(exactly({ colour: isText, icon: isText, language: isText, proposerGroup: isText }), 1, 5),
  call: oneOf(calls),
  /** Of this call, the one of this phone among them. */
  sittings: listOf(exactly({ id: isSittingId, place: isText, day: isDay }), 1),
  sitting: isSittingId,
  device: isDeviceId,
  /** null: unknown. */
  adults: exactly({ hosts: orNull(isCount), returned: orNull(isCount) }),
  households: orNull(isCount),
  /**
   * Pictures and voices that have to be on the phone as well. `of`: the option that a picture shows or a voice names, as it is called
   * on the first ballot. `says`: the sentence that a voice says. `language`: of a voice.
   */
  files: listOf(
    exactly({
      address: isText,
      bytes: isWhole,
      sha256: isDigest,
      of: orNull(isOptionId),
      says: orNull(isText),
      language: orNull(isText)
    })
  )
});

export type PackBody = Guarded<typeof isPackBody>;
/** `digest`: SHA-256 over the canonical text of all the rest, so that half a download is no pack. */
export type Pack = PackBody & { readonly digest: string };

const canonical = (body: PackBody): string => canonicalJson(body as unknown as Canonical);

export const makePack = (sha256: Sha256, body: PackBody): Pack => ({ ...body, digest: sha256(canonical(body)) });

/** As the audit entry of the freezing names the ballot. */
export const hashBallot = (sha256: Sha256, ballot: PackBody['ballot']): string =>
  sha256(canonicalJson(ballot as unknown as Canonical));

export function readPack(text: string, sha256: Sha256): Result<Pack, PackRefusal> {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return decline('pack-not-whole');
  const { digest, ...body } = value as Record<string, unknown>;
  if (body['format'] !== packFormat) return decline('pack-of-another-version');
  const fitting = isPackBody(body) && fits(body) && digest === sha256(canonical(body));
  return fitting ? ok({ ...body, digest }) : decline('pack-not-whole');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const fits = ({ sitting, sittings, ballot, looks }: PackBody): boolean =>
  sittings.some((listed) => listed.id === sitting) && looks.length === ballot.options.length;

/** What of a pack may change between its download and the day, and makes it outdated when it does. */
const edition = ['format', 'poll', 'ballot', 'looks', 'call', 'sittings', 'adults', 'households', 'files'] as const;
export type PackPart = (typeof edition)[number];

/**
 * Which parts the server has changed since; none where the pack may be used. The chain's head moves with every act of anybody
 * and the program with every repair, so neither makes a pack old.
 */
export const packIsOutdated = (taken: Pack, newest: Pack): readonly PackPart[] =>
  edition.filter((part) => text(taken[part]) !== text(newest[part]));

const text = (value: unknown): string => canonicalJson(value as Canonical);

/** The files that are not on the phone, or not whole. @param held SHA-256 by address. */
export const filesMissing = (pack: Pack, held: ReadonlyMap<string, string>): Pack['files'] =>
  pack.files.filter(({ address, sha256 }) => held.get(address) !== sha256);
