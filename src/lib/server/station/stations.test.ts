import { beforeEach, describe, expect, it } from 'vitest';
import { can } from '#lib/domain/account/permissions.ts';
import type { PCode, StationId } from '#lib/domain/shared/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { grantRole } from '#lib/server/account/grant-role.ts';
import { endAccount } from '#lib/server/account/end-account.ts';
import { peopleFor } from '#lib/server/account/people.ts';
import { postsToGive } from '#lib/server/account/posts.ts';
import { readGrants } from '#lib/server/account/queries.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { auditEntries } from '#lib/server/db/schema/audit.ts';
import { places } from '#lib/server/db/schema/community.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { findStation, listStations } from './queries.ts';
import { changeStation, endStation, makeStation, type StationInput } from './write-station.ts';

const [gao, ansongo, tombouctou] = ['ML07', 'ML0702', 'ML06'] as [PCode, PCode, PCode];
const radio: StationInput = { name: 'Radio Koyra', languages: ['ses', 'fr'], areas: [gao] };

let db: Portal;
let ctx: StaffContext;

beforeEach(() => {
  db = testPortal();
  ctx = testStaff(db, [{ role: 'administrator' }]);
  const rows = [
    { pcode: gao, level: 1, name: 'Gao', parent: null },
    { pcode: tombouctou, level: 1, name: 'Tombouctou', parent: null },
    { pcode: ansongo, level: 2, name: 'Ansongo', parent: gao }
  ] as const;
  db.insert(places)
    .values([...rows])
    .run();
});

function make(input: StationInput = radio) {
  const made = makeStation(ctx, input);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
const refusalOf = (result: ReturnType<typeof makeStation | typeof changeStation | typeof endStation>) =>
  result.ok ? null : result.refusal.code;

describe('making a station', () => {
  it('draws its address once, and keeps its languages in one order', () => {
    expect(make()).toMatchObject({ slug: 'radio-koyra', name: 'Radio Koyra', languages: ['fr', 'ses'], areas: [gao] });
    expect(make({ ...radio, name: 'Radio  Koyra 2' }).slug).toBe('radio-koyra-2');
    const acts = db.select({ act: auditEntries.act }).from(auditEntries).all();
    expect(acts.map(({ act }) => act)).toEqual(['database-migrated', 'station-made', 'station-made']);
  });

  it('writes no area twice: a region holds its cercles', () =>
    expect(make({ ...radio, areas: [ansongo, gao, tombouctou, gao] }).areas).toEqual([tombouctou, gao]));

  it('refuses a name that one has, however it is spelt, and a place that nobody knows', () => {
    make();
    expect(refusalOf(makeStation(ctx, { ...radio, name: 'RADIO KÓYRA' }))).toBe('station-exists');
    expect(refusalOf(makeStation(ctx, { ...radio, name: 'Autre', areas: ['ML9999' as PCode] }))).toBe('area-unknown');
    db.insert(places)
      .values({ pcode: 'ML070201' as PCode, level: 3, name: 'Ansongo', parent: ansongo })
      .run();
    expect(refusalOf(makeStation(ctx, { ...radio, name: 'Autre', areas: ['ML070201' as PCode] }))).toBe('area-unknown');
    expect(listStations(db)).toHaveLength(1);
  });
});

describe('changing a station', () => {
  it('replaces what it was, under the same address', () => {
    const { id, version } = make();
    const wanted: StationInput = { name: 'Radio Issa', languages: ['taq'], areas: [ansongo] };
    expect(refusalOf(changeStation(ctx, id, wanted, version))).toBeNull();
    expect(findStation(db, 'radio-koyra')).toMatchObject(wanted);
  });

  it('may keep its own name, and refuses a form that was read before somebody else’s change', () => {
    const { id, version } = make();
    expect(refusalOf(changeStation(ctx, id, { ...radio, areas: [tombouctou] }, version))).toBeNull();
    expect(refusalOf(changeStation(ctx, id, radio, version))).toBe('station-changed-meanwhile');
    expect(findStation(db, 'radio-koyra')?.areas).toEqual([tombouctou]);
  });
});

describe('people of a station', () => {
  const hire = (station: StationId | null) => {
    const { account } = testStaff(db, []).actor;
    inTransaction(db, () => ok(grantRole(ctx, account, { role: 'radio', station })));
    return account;
  };

  it('may mark as aired at their own station, and nowhere without one', () => {
    const [here, there] = [make(), make({ ...radio, name: 'Autre' })];
    const of = (account: ReturnType<typeof hire>) => ({ grants: readGrants(db, account) });
    const mariam = of(hire(here.id));
    expect(can(mariam, 'mark-aired', { station: here.id })).toBe(true);
    expect(can(mariam, 'mark-aired', { station: there.id })).toBe(false);
    expect(can(mariam, 'mark-aired')).toBe(false);
    const before = of(hire(null));
    expect(before.grants).toEqual([{ role: 'radio', station: null }]);
    expect(can(before, 'mark-aired', { station: here.id })).toBe(false);
    expect(can(before, 'use-desk')).toBe(true);
  });

  it('are shown with it, and it can not end before their accounts', () => {
    const { id } = make();
    const account = hire(id);
    expect(peopleFor(ctx, Buffer.alloc(32), ctx.actor).flatMap(({ posts }) => posts)).toContainEqual({
      role: 'radio',
      where: 'Radio Koyra'
    });
    expect(refusalOf(endStation(ctx, id))).toBe('station-has-people');
    endAccount(ctx, account);
    expect(refusalOf(endStation(ctx, id))).toBeNull();
    expect(findStation(db, 'radio-koyra')).toBeNull();
  });

  it('are invited by administrators only, to stations that have not ended', () => {
    const [kept, ended] = [make(), make({ ...radio, name: 'Autre' })];
    endStation(ctx, ended.id);
    const offered = (actor: StaffContext['actor']) =>
      postsToGive(db, actor).flatMap(({ role, value }) => (role === 'radio' ? [value] : []));
    expect(offered(ctx.actor)).toEqual([`radio ${kept.id}`]);
    expect(offered(testStaff(db, [{ role: 'facilitator', area: gao }]).actor)).toEqual([]);
  });

  it('do not find another station at the address of one that ended', () => {
    endStation(ctx, make().id);
    expect(make().slug).toBe('radio-koyra-gao');
  });
});
