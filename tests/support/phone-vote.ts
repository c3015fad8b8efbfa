// Owns a vote on phones beside no server: phones that two people let in, and assemblies that are played with the packs they were given.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEnvelope, type Envelope } from '#lib/domain/assembly/envelope.ts';
import { readPack, type Pack } from '#lib/domain/assembly/pack.ts';
import { envelopesOf } from '#lib/domain/assembly/told.ts';
import { makeDeviceKeys, publicKeyOf, signEnvelope, type DeviceKeys } from '#lib/client/assembly/device-keys.ts';
import { notaryOf, recordSigner } from '#lib/server/result/signing.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import { applyEnvelopes } from '#lib/server/vote/apply-envelopes.ts';
import { enrolPhone, type Enrolled } from '#lib/server/vote/enrol-phone.ts';
import { pairPhone } from '#lib/server/vote/pair-phone.ts';
import { packFor } from '#lib/server/vote/phone-pack.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import { receiveEnvelope } from '#lib/server/vote/receive-envelope.ts';
import { sha256 } from './assemblies.ts';
import { Play } from './assembly-play.ts';
import type { Vote } from './ballots.ts';
import { must } from './two-files.ts';

export const installation = Buffer.alloc(32, 7);
const store = { data: mkdtempSync(join(tmpdir(), 'sigida-phones-')), leastFree: 0 };
const signer = recordSigner(installation);

export type TestPhone = Enrolled & { readonly keys: DeviceKeys; readonly pack: Pack; readonly play: Play };

/** A code that two people drew for a sitting, as `enrolPhone` takes it. */
export const codeFor = (vote: Vote, role: 'leading' | 'second' = 'leading', place = 0): string => {
  const { first, second } = vote.two;
  const planned = { sitting: vote.sittingAt(place).id, role, secondBy: second.actor.account };
  return must(pairPhone(first, installation, vote.poll, planned));
};

export const packOf = (vote: Vote, token: string) =>
  packFor(vote.two.first, { store, program: '0.1.0', languages: ['fr', 'bm', 'ses'] }, token);

/** @param place of its sitting. */
export async function letIn(
  vote: Vote,
  role: 'leading' | 'second' = 'leading',
  place = 0,
  code = codeFor(vote, role, place)
): Promise<TestPhone> {
  const keys = await makeDeviceKeys();
  const enrolled = must(await enrolPhone(vote.two.first, installation, { code, publicKey: await publicKeyOf(keys) }));
  const pack = must(readPack(must(await packOf(vote, enrolled.token)), sha256));
  const { digest: _, ...body } = pack;
  return { ...enrolled, keys, pack, play: new Play(body, role) };
}

/** What this phone hands in, one for each ballot. */
export const handedIn = ({ keys, pack, play }: TestPhone): Promise<readonly string[]> =>
  Promise.all(
    envelopesOf(sha256, pack, play.state, '0.1.0').map(async (envelope) =>
      writeEnvelope(await signEnvelope(keys, envelope))
    )
  );

/** The first of them, changed before it is signed. */
export async function changed({ keys, pack, play }: TestPhone, change: Partial<Envelope>, place = 0): Promise<string> {
  const envelope = envelopesOf(sha256, pack, play.state, '0.1.0')[place];
  if (!envelope) throw new Error('This phone counted nothing.');
  return writeEnvelope(await signEnvelope(keys, { ...envelope, ...change }));
}

export const send = (vote: Vote, text: string) =>
  receiveEnvelope(vote.two.first, { box: vote.box, signText: signer.signText }, new TextEncoder().encode(text));

export const publish = (vote: Vote, note = '') => {
  const { first, second } = vote.two;
  const { poll } = vote;
  return inTransaction(vote.db, () => {
    const done = publishResult(first, second.actor.account, poll, note, notaryOf(installation));
    if (done.ok) applyEnvelopes(first, { box: vote.box }, poll.id);
    return done.ok ? ok(null) : done;
  });
};
