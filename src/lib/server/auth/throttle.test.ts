import { describe, expect, it } from 'vitest';
import { testPortal } from '../../../../tests/support/database.ts';
import { countProposalFrom, proposalsAnHour } from './throttle.ts';

const key = Buffer.alloc(32, 7);
const today = new Date('2026-07-05T09:00:00Z');
const tomorrow = new Date('2026-07-06T09:00:00Z');

describe('countProposalFrom', () => {
  it('lets a village bring many in an hour, and one address no more', async () => {
    const ctx = { db: testPortal(), now: today };
    for (let sent = 0; sent < proposalsAnHour; sent++)
      expect((await countProposalFrom(ctx, key, '41.73.96.1')).ok).toBe(true);
    expect(await countProposalFrom(ctx, key, '41.73.96.1')).toEqual({
      ok: false,
      refusal: { code: 'too-many-proposals' }
    });
    expect((await countProposalFrom(ctx, key, '41.73.96.2')).ok).toBe(true);
  });

  it('keeps no address, nor anything that ties one day to another', async () => {
    const db = testPortal();
    await countProposalFrom({ db, now: today }, key, '41.73.96.1');
    await countProposalFrom({ db, now: tomorrow }, key, '41.73.96.1');
    const rows = db.$client.prepare('SELECT * FROM proposal_senders').all();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('41.73');
  });

  it('forgets what has expired', async () => {
    const ctx = { db: testPortal(), now: today };
    await countProposalFrom(ctx, key, '41.73.96.1');
    ctx.db.$client.prepare('UPDATE proposal_senders SET expire = 1').run();
    await countProposalFrom(ctx, key, '41.73.96.2');
    expect(ctx.db.$client.prepare('SELECT count(*) n FROM proposal_senders').get()).toEqual({ n: 1 });
  });
});
