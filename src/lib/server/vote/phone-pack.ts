// Owns the pack that a phone takes along: the frozen ballot, its sittings, and pictures with their hashes. It refuses a phone that
// nobody enrolled, and a vote for which nothing is to be prepared any more.
import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { makePack, packFormat, type PackBody } from '#lib/domain/assembly/pack.ts';
import { mediumName } from '#lib/domain/media/media-kinds.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { readAuditHead } from '../audit/queries.ts';
import { sha256 } from '../audit/sha256.ts';
import { readCommunity, whereIs } from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import { consultations } from '../db/schema/community.ts';
import { mediaFile, type MediaStore } from '../media/media-store.ts';
import { picturesOf, withheldProposals } from '../proposal/queries.ts';
import { frozenBallot } from './frozen-ballot.ts';
import { phoneLanguages } from './phone-languages.ts';
import { phoneOfToken, pollOfSitting, sittingsAwaitingPhones } from './phone-sittings.ts';
import type { Poll } from './queries.ts';

/** `languages`: of the screens. */
export type PackTools = {
  readonly store: MediaStore;
  readonly program: string;
  readonly languages: readonly string[];
};

/** @returns the text of the pack. */
export async function packFor(
  ctx: Context,
  tools: PackTools,
  token: string
): Promise<Result<string, 'device-unknown' | 'vote-over'>> {
  const { db } = ctx;
  const phone = phoneOfToken(db, token);
  const poll = phone && pollOfSitting(db, phone.sitting);
  if (!phone || !poll) return refuse('device-unknown');
  if (!sittingsAwaitingPhones(db, poll).some(({ id }) => id === phone.sitting)) return refuse('vote-over');
  const row = db.select().from(consultations).where(eq(consultations.id, poll.consultation)).get();
  const community = row && readCommunity(db, row.community);
  if (!row || !community) throw new Error('A poll has no community.');
  const body: PackBody = {
    format: packFormat,
    program: tools.program,
    chainHead: readAuditHead(db).hash,
    languages: phoneLanguages(db, community.id, poll, tools.languages),
    community: { slug: community.slug, name: community.name, place: [...whereIs(db, community.id)] },
    consultation: row.number,
    poll: { id: poll.id, number: poll.number, kind: poll.kind },
    ballot: frozenBallot(poll) as unknown as PackBody['ballot'],
    looks: poll.options.map(({ colour, icon, language, proposerGroup }) => ({ colour, icon, language, proposerGroup })),
    call: poll.sitting.call,
    sittings: poll.sittings.filter(({ state }) => state !== 'void').map(({ id, place, day }) => ({ id, place, day })),
    sitting: phone.sitting,
    device: phone.id,
    adults: { hosts: row.adultHosts, returned: row.adultReturned },
    households: row.households,
    files: await filesOf(ctx, tools.store, poll)
  };
  return ok(canonicalJson(makePack(sha256, body) as unknown as Canonical));
}

/** A picture whose file is gone, or that a screening withheld since, is left out: people vote without it. */
async function filesOf({ db }: Context, store: MediaStore, poll: Poll): Promise<PackBody['files']> {
  const pictures = picturesOf(db, poll.consultation);
  const withheld = withheldProposals(db, poll.consultation);
  const names = poll.options.flatMap(({ proposal }) => {
    const picture = pictures.get(proposal);
    return picture && !withheld.has(proposal) ? [mediumName({ id: picture.id, ending: 'webp', small: true })] : [];
  });
  const files = names.map(async (name) => {
    const bytes = await readFile(mediaFile(store, name)).catch(() => null);
    const hash = bytes && createHash('sha256').update(bytes).digest('hex');
    return bytes && hash ? [{ address: `/media/${name}`, bytes: bytes.length, sha256: hash }] : [];
  });
  return (await Promise.all(files)).flat();
}
