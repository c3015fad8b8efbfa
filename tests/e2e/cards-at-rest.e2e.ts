// R7 over the built server: a hundred votes, printed and cast as people do it, and then no code in any file, log or backup.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '../support/actions.ts';
import { runSigida } from '../support/command.ts';
import { confirm, connections, walkToConfirm } from '../support/confirm.ts';
import { makeVillage, withoutHour } from '../support/factories.ts';
import { searchFor } from '../support/find-traces.ts';
import { keptData } from '../support/kept-data.ts';
import { expect, test } from '../support/portal.ts';
import { startPortal, type Portal } from '../support/server.ts';
import { freezeUnseen, openPollUnseen, printCardsUnseen, signActUnseen } from '../support/unseen.ts';

const votes = 100;
const titles = ['Forage du quartier', 'Salle de classe', 'Banco du marché'];

/** Every file of the data folder, its backups included, and all that the server said, by name. */
const everything = ({ data, said }: Portal): ReadonlyMap<string, Buffer> =>
  new Map([
    ...readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(data.length + 1), readFileSync(file)] as const),
    ['log', Buffer.from(said())]
  ]);

function tracesIn(files: ReadonlyMap<string, Buffer>, codes: readonly string[]): readonly string[] {
  const search = searchFor({ code: codes });
  return [...files].flatMap(([name, bytes]) => search(bytes).map((what) => `${name}: ${what}`));
}

test('after a hundred votes no file, log or backup holds a code, and only the box has changed', async ({ browser }) => {
  test.setTimeout(240_000);
  const portal = await startPortal({ scenario: 'empty', production: true });
  try {
    const village = await makeVillage(portal, 'Hamakouladji', titles);
    const [chair, second] = village.committee;
    const desk = `/fr/desk/communities/${village.slug}`;
    const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, chair);
    await freezeUnseen(page, desk, second, titles.length);
    await withoutHour(portal, village);
    await signIn(page, village.facilitator);
    const printed = [await printCardsUnseen(page, desk), await printCardsUnseen(page, desk)];
    await signIn(page, chair);
    await openPollUnseen(page, desk, second, { HW: 40, HM: 40, RW: 40, RM: 40 });
    await context.clearCookies();
    const codes = printed.flatMap((sheets) => Object.values(sheets).flat());
    const used = codes.filter((_, index) => index % 3 < 2).slice(0, votes);
    expect(used).toHaveLength(votes);

    const backUp = async () => {
      const said = await runSigida(['backup'], { SIGIDA_DATA: portal.data });
      expect(said.status, said.said).toBe(0);
      return said.said;
    };
    const said = [await backUp()];
    const before = keptData(portal);
    const agent = connections(4);
    for (const [index, code] of used.entries()) {
      const marks = ['yny', 'nny', 'yyn'][index % 3] ?? '';
      if (index % 10 === 0)
        await walkToConfirm(
          portal.origin,
          code,
          [...marks].map((mark) => mark === 'y')
        );
      expect((await confirm(agent, portal.origin, code, marks)).status).toBe(200);
    }
    agent.destroy();
    const after = keptData(portal);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['box']);
    said.push(await backUp());
    const open = everything(portal);
    expect(tracesIn(open, codes)).toEqual([]);

    await signIn(page, chair);
    await signActUnseen(page, desk, second);
    await signActUnseen(page, desk, second);
    expect((await page.request.get(`/fr/communities/${village.slug}/result`)).status()).toBe(200);
    await context.close();
    said.push(await backUp());
    const closed = new Map([...everything(portal), ['what the command said', Buffer.from(said.join())]]);
    expect(tracesIn(closed, codes)).toEqual([]);

    const names = [...open.keys(), ...closed.keys()].join('\n');
    for (const part of ['portal.db', 'ballots.db', 'backups/', 'log']) expect(names).toContain(part);
    // The search itself: a code planted in each of the files, in each form, is found.
    const [planted = ''] = used;
    const bare = planted.replaceAll(' ', '');
    const forms = [Buffer.from(planted), Buffer.from(bare, 'utf16le'), Buffer.from(Buffer.from(bare).toString('hex'))];
    for (const form of forms) {
      const spoilt = new Map([...closed].map(([name, bytes]) => [name, Buffer.concat([bytes, form])] as const));
      expect(new Set(tracesIn(spoilt, [planted]).map((trace) => trace.split(': ')[0])).size).toBe(closed.size);
    }
    console.log(`R7: ${used.length} votes, ${codes.length} codes in ${names.split('\n').length} files: 0 found`);
  } finally {
    await portal.stop();
  }
});
