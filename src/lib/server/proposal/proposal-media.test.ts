import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { noise } from '../../../../tests/support/uploads/pictures.ts';
import type { MediumId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { Staff } from '../db/context.ts';
import { media, mediaRemovals } from '../db/schema/media.ts';
import { changeDiscretion } from '../community/change-discretion.ts';
import { findMediumFor } from '../find-medium.ts';
import type { RadioStore } from '../media/convert-for-radio.ts';
import { sweepMedia } from '../media/sweep-media.ts';
import { mergeProposals } from './merge-proposals.ts';
import { publicProposals, queueOf } from './queries.ts';
import { receiveWithFiles } from './receive-proposal.ts';
import { removePicture } from './remove-medium.ts';
import { screenProposal } from './screen-proposal.ts';

const well = {
  title: 'Un forage',
  need: 'Boire',
  gainers: 'Tous',
  place: 'Au centre',
  category: 'water',
  proposerGroup: 'women',
  language: 'fr'
} as const;
const yes = {
  feasible: true,
  reason: '',
  cost: 9_000_000,
  land: 'agreed',
  upkeepOwner: 'Comité de l’eau',
  beneficiaries: '600 personnes',
  withheld: false
} as const;
const no = { ...yes, feasible: false, cost: null, land: null, reason: 'Trop profond.' } as const;

let store: RadioStore;
let village: TestConsultation;
const db = () => village.committee.db;
const files = () => readdirSync(join(store.data, 'media')).sort();

beforeEach(() => {
  store = { data: mkdtempSync(join(tmpdir(), 'sigida-proposals-')), leastFree: 0, ffmpeg: null };
  village = testConsultation(testPortal());
});
afterEach(() => rmSync(store.data, { recursive: true, force: true }));

async function bring(): Promise<{ proposal: ProposalId; medium: MediumId }> {
  const picture = new Blob([Uint8Array.from(await noise(60, 40).jpeg().toBuffer())]);
  const done = await receiveWithFiles(village.committee, village.consultation, well, null, {
    store,
    picture,
    voice: null
  });
  if (!done.ok) throw new Error(done.refusal.code);
  const held = queueOf(db(), village.consultation).find(({ id }) => id === done.value)?.picture;
  if (!held) throw new Error('The picture was not kept.');
  return { proposal: done.value, medium: held.id };
}

const seenBy = (staff: Staff | null, medium: MediumId) =>
  [false, true].map(
    (small) => findMediumFor(village.committee, staff, `${medium}${small ? '-small' : ''}.webp`)?.isPublic ?? null
  );
const [nobody, atDeskOnly, everybody] = [
  [null, null],
  [false, false],
  [true, true]
];

it('sent twice at the same time by a phone that kept it, a picture comes once', async () => {
  const picture = new Blob([Uint8Array.from(await noise(60, 40).jpeg().toBuffer())]);
  const send = () =>
    receiveWithFiles(village.committee, village.consultation, well, null, {
      store,
      picture,
      voice: null,
      kept: 'a'.repeat(32)
    });
  const [one, other] = await Promise.all([send(), send()]);
  expect(one.ok).toBe(true);
  expect(other).toEqual(one);
  expect(await send()).toEqual(one);
  expect(queueOf(db(), village.consultation)).toHaveLength(1);
  // Whole and small.
  expect(files()).toHaveLength(2);
});

describe('who sees the picture of a proposal', () => {
  it('the desk of its community alone, while it waits', async () => {
    const { medium } = await bring();
    const elsewhere = testConsultation(db(), { slug: 'djebock', pcode: 'ML07020101' });
    expect(seenBy(null, medium)).toEqual(nobody);
    expect(seenBy(elsewhere.committee.actor, medium)).toEqual(nobody);
    expect(seenBy(testStaff(db(), [{ role: 'radio', station: null }]).actor, medium)).toEqual(nobody);
    expect(seenBy(village.committee.actor, medium)).toEqual(atDeskOnly);
    expect(seenBy(village.facilitator.actor, medium)).toEqual(atDeskOnly);
  });

  it('everybody, once it is answered; again the desk alone, once it is withheld', async () => {
    const { proposal, medium } = await bring();
    screenProposal(village.committee, proposal, no);
    expect(seenBy(null, medium)).toEqual(everybody);
    expect(publicProposals(db(), village.consultation, village.committee.now)).toMatchObject([
      { picture: { id: medium } }
    ]);
    screenProposal(village.committee, proposal, { ...no, withheld: true });
    expect(seenBy(null, medium)).toEqual(nobody);
    expect(seenBy(village.committee.actor, medium)).toEqual(atDeskOnly);
    expect(JSON.stringify(publicProposals(db(), village.consultation, village.committee.now))).not.toContain(medium);
  });

  it('the desk alone, while the community is discreet and its vote to come', async () => {
    const { proposal, medium } = await bring();
    screenProposal(village.committee, proposal, no);
    changeDiscretion(village.committee, village.community, { discreet: true, hiddenUntil: null }, 0);
    expect(seenBy(null, medium)).toEqual(nobody);
    expect(seenBy(village.committee.actor, medium)).toEqual(atDeskOnly);
    const told = publicProposals(db(), village.consultation, village.committee.now);
    expect(told).toMatchObject([{ told: 'in-full', id: proposal, picture: null }]);
    village.moveTo('cancelled');
    expect(seenBy(null, medium)).toEqual(everybody);
  });

  it('of a duplicate the desk alone: the one that stays keeps its own', async () => {
    const [kept, duplicate] = [await bring(), await bring()];
    screenProposal(village.committee, kept.proposal, yes);
    mergeProposals(village.committee, { proposal: duplicate.proposal, into: kept.proposal });
    expect(seenBy(null, kept.medium)).toEqual(everybody);
    expect(seenBy(null, duplicate.medium)).toEqual(nobody);
    expect(seenBy(village.committee.actor, duplicate.medium)).toEqual(atDeskOnly);
  });

  it('nobody, where the address names another ending or no file', async () => {
    const { medium } = await bring();
    for (const name of [`${medium}.mp3`, `${medium}-small.wav`, medium, '000000000000.webp'])
      expect(findMediumFor(village.committee, village.committee.actor, name)).toBeNull();
  });
});

describe('receiveWithFiles', () => {
  it('keeps neither a proposal nor a file where the picture is refused', async () => {
    const refused = await receiveWithFiles(village.committee, village.consultation, well, null, {
      store,
      voice: null,
      picture: new Blob(['<svg/>'])
    });
    expect(refused).toEqual({ ok: false, refusal: { code: 'picture-kind', field: 'picture' } });
    expect(queueOf(db(), village.consultation)).toEqual([]);
    expect(existsSync(join(store.data, 'media'))).toBe(false);
  });

  it('decodes nothing once the call is closed', async () => {
    village.moveTo('voting');
    const picture = new Blob(['<svg/>']);
    expect(
      await receiveWithFiles(village.committee, village.consultation, well, null, { store, picture, voice: null })
    ).toEqual({
      ok: false,
      refusal: { code: 'not-proposing' }
    });
  });
});

describe('removePicture', () => {
  it('takes away the files, and keeps who did it', async () => {
    const { proposal, medium } = await bring();
    expect(files()).toEqual([`${medium}-small.webp`, `${medium}.webp`]);
    expect((await removePicture(village.committee, store, proposal)).ok).toBe(true);
    expect(files()).toEqual([]);
    expect(seenBy(village.committee.actor, medium)).toEqual(nobody);
    expect(queueOf(db(), village.consultation)[0]?.picture).toBeNull();
    expect(db().select().from(mediaRemovals).all()).toMatchObject([{ medium, by: village.committee.actor.account }]);
    expect(db().select().from(media).all()).toHaveLength(1);
    expect(await removePicture(village.committee, store, proposal)).toMatchObject({
      refusal: { code: 'picture-unknown' }
    });
  });
});

it('sweepMedia clears away what no row names, and nothing else', async () => {
  const { medium } = await bring();
  for (const name of ['.new-0123456789ab.webp', '0123456789ab.webp'])
    writeFileSync(join(store.data, 'media', name), 'half');
  expect(await sweepMedia(db(), store)).toBe(2);
  expect(files()).toEqual([`${medium}-small.webp`, `${medium}.webp`]);
  expect(await sweepMedia(db(), { ...store, data: join(store.data, 'nowhere') })).toBe(0);
});
