// Owns the pack that a phone takes along: the frozen ballot, its sittings, pictures and voices with their hashes. It refuses a phone that
// nobody enrolled, and a vote for which nothing is to be prepared any more.
import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { makePack, packFormat, type PackBody } from '#lib/domain/assembly/pack.ts';
import { mediumName } from '#lib/domain/media/media-kinds.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { isOnPhones } from '#lib/domain/spoken/labels.ts';
import { firstOptionId } from '#lib/domain/vote/later-options.ts';
import { readAuditHead } from '../audit/queries.ts';
import { sha256 } from '../audit/sha256.ts';
import { readCommunity, whereIs } from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import { consultations } from '../db/schema/community.ts';
import { mediaFile, type MediaStore } from '../media/media-store.ts';
import { picturesOf, voicesOf, withheldProposals } from '../proposal/queries.ts';
import { recordingsIn } from '../spoken/queries.ts';
import { frozenBallot } from './frozen-ballot.ts';
import { phoneLanguages } from './phone-languages.ts';
import { phoneOfToken, pollOfSitting, sittingsAwaitingPhones } from './phone-sittings.ts';
import type { Poll } from './queries.ts';

type PackFile = PackBody['files'][number];

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
  const languages = phoneLanguages(db, community.id, poll, tools.languages);
  const body: PackBody = {
    format: packFormat,
    program: tools.program,
    chainHead: readAuditHead(db).hash,
    languages,
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
    files: await filesOf(tools.store, wantedFiles(ctx, poll, languages))
  };
  return ok(canonicalJson(makePack(sha256, body) as unknown as Canonical));
}

type Wanted = { readonly name: string } & Pick<PackFile, 'of' | 'says' | 'language'>;

/** What a screening withheld since, or what was taken away, is left out: people vote without it. */
function wantedFiles({ db }: Context, poll: Poll, languages: readonly string[]): readonly Wanted[] {
  const pictures = picturesOf(db, poll.consultation);
  const voices = voicesOf(db, poll.consultation);
  const withheld = withheldProposals(db, poll.consultation);
  const shown = poll.options.filter(({ proposal }) => !withheld.has(proposal));
  const seen = shown.flatMap(({ id, proposal }): Wanted[] => {
    const picture = pictures.get(proposal);
    const name = picture && mediumName({ id: picture.id, ending: 'webp', small: true });
    return name ? [{ name, of: firstOptionId(id), says: null, language: null }] : [];
  });
  const named = shown.flatMap(({ id, proposal, language }): Wanted[] => {
    const small = voices.get(proposal)?.small;
    const name = small && mediumName({ id: small, ending: 'ogg', small: false });
    return name ? [{ name, of: firstOptionId(id), says: null, language }] : [];
  });
  const said = languages.flatMap((language) =>
    [...recordingsIn(db, language)]
      .filter(([label]) => isOnPhones(label))
      .map(([says, { medium }]): Wanted => {
        return { name: mediumName({ id: medium, ending: 'ogg', small: false }), of: null, says, language };
      })
  );
  return [...seen, ...named, ...said];
}

async function filesOf(store: MediaStore, wanted: readonly Wanted[]): Promise<PackBody['files']> {
  const files = wanted.map(async ({ name, ...what }): Promise<PackFile[]> => {
    const bytes = await readFile(mediaFile(store, name)).catch(() => null);
    const hash = bytes && createHash('sha256').update(bytes).digest('hex');
    return bytes && hash ? [{ address: `/media/${name}`, bytes: bytes.length, sha256: hash, ...what }] : [];
  });
  return (await Promise.all(files)).flat();
}
