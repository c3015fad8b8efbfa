import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { no, yes } from '../../../../tests/support/proposals.ts';
import { mp3, ogg } from '../../../../tests/support/uploads/voices.ts';
import { mediumName } from '#lib/domain/media/media-kinds.ts';
import { proposalVoiceAddress, type ProposalVoice } from '#lib/domain/proposal/proposal.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { changeDiscretion } from '../community/change-discretion.ts';
import type { Staff } from '../db/context.ts';
import { mediaRemovals } from '../db/schema/media.ts';
import { findMediumFor } from '../find-medium.ts';
import type { RadioStore } from '../media/convert-for-radio.ts';
import { mergeProposals } from './merge-proposals.ts';
import { heardVoices, publicProposals, queueOf } from './queries.ts';
import { receiveWithFiles } from './receive-proposal.ts';
import { removeVoice } from './remove-medium.ts';
import { screenProposal } from './screen-proposal.ts';

const well = {
  title: 'Un forage',
  need: 'Boire',
  gainers: 'Tous',
  place: 'Au centre',
  category: 'water',
  proposerGroup: 'women',
  language: 'ses'
} as const;
let store: RadioStore;
let village: TestConsultation;
const db = () => village.committee.db;
const files = () => readdirSync(join(store.data, 'media')).sort();

beforeEach(() => {
  store = { data: mkdtempSync(join(tmpdir(), 'sigida-proposal-voices-')), leastFree: 0, ffmpeg: null };
  village = testConsultation(testPortal());
});
afterEach(() => rmSync(store.data, { recursive: true, force: true }));

type Brought = { readonly proposal: ProposalId; readonly voice: ProposalVoice };

async function bring(bytes = ogg(2)): Promise<Brought> {
  const done = await receiveWithFiles(village.committee, village.consultation, well, null, {
    store,
    picture: null,
    voice: new Blob([Uint8Array.from(bytes)])
  });
  if (!done.ok) throw new Error(done.refusal.code);
  const voice = queueOf(db(), village.consultation).find(({ id }) => id === done.value)?.voice;
  if (!voice) throw new Error('The voice was not kept.');
  return { proposal: done.value, voice };
}

const fileOf = ({ id, ending }: ProposalVoice): string => mediumName({ id, ending, small: false });
/** Null: to them it does not exist. */
const heardBy = (staff: Staff | null, { voice }: Brought) =>
  findMediumFor(village.committee, staff, fileOf(voice))?.isPublic ?? null;
/** As a ballot and a result ask for it. */
const onPages = ({ proposal }: Brought) => heardVoices(db(), village.committee.now, [proposal]).get(proposal) ?? null;
const told = () => JSON.stringify(publicProposals(db(), village.consultation, village.committee.now));

describe('who hears the voice of a proposal', () => {
  it('the desk of its community alone, while it waits', async () => {
    const brought = await bring();
    const elsewhere = testConsultation(db(), { slug: 'djebock', pcode: 'ML07020101' });
    const speaker = testStaff(db(), [{ role: 'speaker' }]);
    const radio = testStaff(db(), [{ role: 'radio', station: null }]);
    for (const staff of [null, elsewhere.committee.actor, speaker.actor, radio.actor])
      expect(heardBy(staff, brought)).toBeNull();
    for (const staff of [village.committee.actor, village.facilitator.actor])
      expect(heardBy(staff, brought)).toBe(false);
    expect(onPages(brought)).toBeNull();
  });

  it('everybody, once it is answered; again the desk alone, once it is withheld', async () => {
    const brought = await bring();
    screenProposal(village.committee, brought.proposal, no);
    expect(heardBy(null, brought)).toBe(true);
    expect(onPages(brought)).toBe(proposalVoiceAddress(brought.voice));
    expect(told()).toContain(brought.voice.id);
    screenProposal(village.committee, brought.proposal, { ...no, withheld: true });
    expect(heardBy(null, brought)).toBeNull();
    expect(heardBy(village.committee.actor, brought)).toBe(false);
    expect(onPages(brought)).toBeNull();
    expect(told()).not.toContain(brought.voice.id);
  });

  it('the desk alone, while the community is discreet and its vote to come', async () => {
    const brought = await bring();
    screenProposal(village.committee, brought.proposal, no);
    changeDiscretion(village.committee, village.community, { discreet: true, hiddenUntil: null }, 0);
    expect(heardBy(null, brought)).toBeNull();
    expect(heardBy(village.committee.actor, brought)).toBe(false);
    expect(onPages(brought)).toBeNull();
    expect(told()).not.toContain(brought.voice.id);
    village.moveTo('cancelled');
    expect(heardBy(null, brought)).toBe(true);
    expect(onPages(brought)).not.toBeNull();
  });

  it('of a duplicate the desk alone: the one that stays keeps its own', async () => {
    const [kept, duplicate] = [await bring(), await bring(ogg(3))];
    screenProposal(village.committee, kept.proposal, yes);
    mergeProposals(village.committee, { proposal: duplicate.proposal, into: kept.proposal });
    expect(heardBy(null, kept)).toBe(true);
    expect(heardBy(null, duplicate)).toBeNull();
    expect(heardBy(village.committee.actor, duplicate)).toBe(false);
    expect(onPages(duplicate)).toBeNull();
    expect(told()).not.toContain(duplicate.voice.id);
  });

  it('of one that was answered before it joined another, again the desk alone', async () => {
    const [kept, duplicate] = [await bring(), await bring(ogg(3))];
    screenProposal(village.committee, kept.proposal, yes);
    screenProposal(village.committee, duplicate.proposal, no);
    expect(onPages(duplicate)).not.toBeNull();
    mergeProposals(village.committee, { proposal: duplicate.proposal, into: kept.proposal });
    expect(heardBy(null, duplicate)).toBeNull();
    expect(onPages(duplicate)).toBeNull();
  });
});

describe('removeVoice', () => {
  it('takes away the file, and keeps who did it', async () => {
    const brought = await bring();
    screenProposal(village.committee, brought.proposal, no);
    expect(files()).toEqual([fileOf(brought.voice)]);
    expect((await removeVoice(village.committee, store, brought.proposal)).ok).toBe(true);
    expect(files()).toEqual([]);
    expect(heardBy(village.committee.actor, brought)).toBeNull();
    expect(onPages(brought)).toBeNull();
    expect(db().select().from(mediaRemovals).all()).toMatchObject([
      { medium: brought.voice.id, by: village.committee.actor.account }
    ]);
    expect(await removeVoice(village.committee, store, brought.proposal)).toMatchObject({
      refusal: { code: 'voice-unknown' }
    });
  });
});

it('a voice of which no small file can be made is kept and heard as it was sent', async () => {
  const brought = await bring(mp3(2));
  expect(brought.voice).toMatchObject({ ending: 'mp3', small: null });
  screenProposal(village.committee, brought.proposal, no);
  expect(heardBy(null, brought)).toBe(true);
  expect(onPages(brought)).toBe(`/media/${fileOf(brought.voice)}`);
});

it('keeps neither a proposal nor a file where the voice is refused', async () => {
  const refused = await receiveWithFiles(village.committee, village.consultation, well, null, {
    store,
    picture: null,
    voice: new Blob(['<svg/>'])
  });
  expect(refused).toMatchObject({ refusal: { code: 'voice-kind', field: 'voice' } });
  expect(queueOf(db(), village.consultation)).toEqual([]);
});
