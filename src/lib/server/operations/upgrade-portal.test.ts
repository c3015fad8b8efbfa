import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { portalOf } from '../../../../tests/support/fixtures.ts';
import { backedUp, backUp, fill, folder, order } from '../../../../tests/support/installation.ts';
import { openPortal } from '../db/portal.ts';
import { closeRuntime, openRuntime } from '../runtime.ts';
import { readSettings } from '../settings.ts';
import { restore } from './restore.ts';
import { upgradePortal } from './upgrade-portal.ts';

describe('an upgrade', () => {
  const older = (state: 'open' | 'closed') => {
    const data = folder();
    portalOf('0.1.0', data);
    const runtime = openRuntime(readSettings({ SIGIDA_DATA: data, SIGIDA_SECRET: 'x'.repeat(40) }));
    fill(runtime, 3);
    if (state === 'closed') runtime.box.closeTheBox(9);
    return { data, runtime };
  };

  test('is refused while a poll is open, and while a server runs', () => {
    const { data, runtime } = older('open');
    expect(() => upgradePortal(data, runtime.db, 'drizzle')).toThrow('in use');
    runtime.box.close();
    expect(() => upgradePortal(data, runtime.db, 'drizzle')).toThrow('No upgrade while a poll is open (1)');
    runtime.db.$client.close();
  });

  test('goes on once it is closed, and then has nothing left to do', () => {
    const { data, runtime } = older('closed');
    runtime.box.close();
    expect(upgradePortal(data, runtime.db, 'drizzle')).toBeGreaterThan(0);
    expect(upgradePortal(data, runtime.db, 'drizzle')).toBe(0);
    runtime.db.$client.close();
  });

  test('is refused for the database of a newer program, and so is its backup', async () => {
    const { data, root } = await backedUp();
    const db = openPortal(join(data, 'portal.db'));
    db.$client.prepare(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', ?)`).run(4e12);
    expect(() => upgradePortal(data, db, 'drizzle')).toThrow('newer program');
    db.$client.close();
    expect((await backUp(data, root)).ok).toBe(true);
    expect(restore(order(data, root))).toMatchObject({ refusal: { code: 'copy-newer' } });
  });

  test('of an older backup with an open poll is refused', async () => {
    const { data, runtime } = older('open');
    closeRuntime(runtime);
    const root = folder();
    expect((await backUp(data, root)).ok).toBe(true);
    expect(restore(order(folder(), root))).toMatchObject({ refusal: { code: 'copy-older-and-poll-open' } });
  });
});
