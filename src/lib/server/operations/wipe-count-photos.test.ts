import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { four, frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { noise } from '../../../../tests/support/uploads/pictures.ts';
import type { Staff } from '../db/context.ts';
import { media } from '../db/schema/media.ts';
import { countPhotos } from '../db/schema/sitting.ts';
import { findMediumFor } from '../find-medium.ts';
import { countPhotosIn, type MediaStore } from '../media/media-store.ts';
import { sweepMedia } from '../media/sweep-media.ts';
import { notaryOf } from '../result/signing.ts';
import { cancelConsultation } from '../vote/cancel-consultation.ts';
import { countRounds, roundToEnter } from '../vote/count-entries.ts';
import { countToEnter } from '../vote/count-form.ts';
import { photosOf } from '../vote/count-photos.ts';
import { enterWithPhoto } from '../vote/enter-with-photo.ts';
import { publishResult } from '../vote/publish-result.ts';
import { supersedeResult } from '../vote/recounts.ts';
import { newestConsultation } from '../community/queries.ts';
import { makeBackup } from './make-backup.ts';
import { wipeCountPhotos } from './wipe-count-photos.ts';

const ten = four(10);
const example = [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)];
let vote: Vote;
let store: MediaStore;
const photo = async () => new Blob([Uint8Array.from(await noise(60, 40).jpeg().toBuffer())]);
const files = () => (existsSync(join(store.data, 'count-photos')) ? readdirSync(join(store.data, 'count-photos')) : []);

async function enter(who: 'first' | 'second', sent: Blob | null, wrong = 0) {
  const { id } = vote.poll.sitting;
  const { round } = roundToEnter(countRounds(vote.db, id));
  const count = { ...vote.stones(ten, example), 'yes-0-HW': 10 - wrong };
  return enterWithPhoto(vote.two[who], vote.box, vote.poll, { sitting: id, round, count }, { store, photo: sent });
}

const mediumOf = (at: number): string => vote.db.select().from(countPhotos).all()[at]?.medium ?? '';
const sees = (staff: Staff | null, at = 0): boolean =>
  [`${mediumOf(at)}.webp`, `${mediumOf(at)}-small.webp`].every((name) => {
    const found = findMediumFor(vote.two.first, staff, name);
    expect(found?.isPublic ?? false).toBe(false);
    return found?.folder === 'count-photos';
  });
const after = (days: number) => new Date(vote.now.getTime() + days * 86_400_000);
const wipe = (days: number) => wipeCountPhotos({ db: vote.db, now: after(days) }, store.data);
const publish = () =>
  must(publishResult(vote.two.first, vote.two.second.actor.account, vote.poll, '', notaryOf(Buffer.alloc(32, 7))));

beforeEach(() => {
  store = { data: mkdtempSync(join(tmpdir(), 'sigida-photos-')), leastFree: 0 };
  vote = frozenVote({ sittings: [sitting('stones')] });
  must(vote.open(ten));
});

describe('a photo of counted figures', () => {
  it('is seen by nobody before the second count, and then by those alone who may count', async () => {
    must(await enter('first', await photo()));
    const { first, second } = vote.two;
    for (const staff of [null, first.actor, second.actor]) expect(sees(staff)).toBe(false);
    expect(photosOf(vote.db, vote.poll.sitting.id)).toEqual([]);
    must(await enter('second', await photo(), 1));
    const elsewhere = testConsultation(vote.db, { slug: 'djebock', pcode: 'ML07020101' });
    for (const staff of [null, elsewhere.committee.actor]) expect(sees(staff)).toBe(false);
    for (const staff of [first.actor, second.actor]) expect([sees(staff, 0), sees(staff, 1)]).toEqual([true, true]);
    expect(countToEnter(first, vote.poll, vote.poll.sitting)?.photos).toHaveLength(2);
  });

  it('that is refused leaves no entry, and one of a refused entry leaves no file', async () => {
    expect(await enter('first', new Blob(['no picture']))).toMatchObject({
      refusal: { code: 'picture-kind', field: 'photo' }
    });
    expect(countRounds(vote.db, vote.poll.sitting.id)).toEqual([]);
    must(await enter('first', null));
    expect(await enter('first', await photo())).toMatchObject({ refusal: { code: 'count-entered-by-you' } });
    expect(files()).toEqual([]);
  });

  it('is in no backup', async () => {
    must(await enter('first', await photo()));
    vote.db.$client.exec(`VACUUM INTO '${join(store.data, 'portal.db')}'`);
    const root = join(store.data, 'backups');
    const order = { data: store.data, root, now: vote.now, version: '0', onProgress: () => undefined };
    const made = must(await makeBackup({ ...order, boxBytes: () => Promise.resolve(vote.box.bytes()) }));
    expect(files()).toHaveLength(2);
    expect(readdirSync(made.folder, { recursive: true }).filter((name) => String(name).includes(mediumOf(0)))).toEqual(
      []
    );
  });
});

describe('wiping photos of counts', () => {
  it('takes files and rows 30 days after publication, once', async () => {
    must(await enter('first', await photo()));
    must(await enter('second', await photo()));
    publish();
    expect(wipe(29)).toBe(0);
    expect(files()).toHaveLength(4);
    expect(wipe(31)).toBe(4);
    expect(files()).toEqual([]);
    expect(vote.db.select().from(media).all()).toEqual([]);
    expect(wipe(31)).toBe(0);
  });

  it('does so after a vote that was called off', async () => {
    must(await enter('first', await photo()));
    const consultation = newestConsultation(vote.db, vote.made.community);
    if (!consultation) throw new Error('There is no consultation.');
    const signed = { reason: 'La route est coupée.', secondBy: vote.two.second.actor.account };
    must(cancelConsultation(vote.two.first, vote.box, consultation, signed));
    expect(wipe(29)).toBe(0);
    expect(wipe(31)).toBe(2);
    expect(files()).toEqual([]);
  });

  it('waits for a recount that is under way', async () => {
    must(await enter('first', await photo()));
    must(await enter('second', null));
    publish();
    const secondBy = vote.two.second.actor.account;
    must(supersedeResult(vote.two.first, vote.poll, { reason: 'Un sac oublié.', secondBy }));
    expect(wipe(31)).toBe(0);
  });

  it('is finished at the next start where the program was killed between rows and files', async () => {
    must(await enter('first', await photo()));
    writeFileSync(join(store.data, 'count-photos', 'forgotten000.webp'), 'x');
    expect(await sweepMedia(vote.db, countPhotosIn(store))).toBe(1);
    expect(files()).toHaveLength(2);
  });
});
