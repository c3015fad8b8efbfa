// Everything that answers a request, tried by everybody, in their own community and in a foreign one.
import { can, type Subject } from '#lib/domain/account/permissions.ts';
import { whereMaking } from '#lib/server/community/makeable-areas.ts';
import { addressOf, dataOf, postedTo } from '../support/addresses.ts';
import { declaredHandlers, takesAway, type DeclaredHandler } from '../support/declared-actions.ts';
import { keptData } from '../support/kept-data.ts';
import { makeMatrixStand, type Person, type Side } from '../support/matrix-stand.ts';
import { expect, test } from '../support/portal.ts';

/** Its result is published in the demonstration. */
const published = 'gargouna';
const signIn = '/fr/desk/sign-in?next=';

/** Signing out ends the session that the other cells need. */
const inOrder = declaredHandlers.toSorted(
  (one, other) => Number(one.route.endsWith('/sign-out')) - Number(other.route.endsWith('/sign-out'))
);

/** A new community lies nowhere yet: the guard is asked about the area of whoever makes it. */
const subjectOf = ({ asks }: DeclaredHandler, side: Side, person: Person): Subject =>
  asks.includes('make-community') ? whereMaking({ ...person }) : { ...side.subject, station: side.station.id };

type Request = { readonly method: string; readonly path: string };

/** A load answers as a page, without a body, and as data; an action to a form that was left empty. */
function requestsOf({ name, route, source }: DeclaredHandler, side: Side): readonly Request[] {
  const path = addressOf(route, source, side, published);
  const action = /^actions\.(.+)$/.exec(name)?.[1];
  if (action) return [{ method: 'POST', path: postedTo(path, action) }];
  const reading = name === 'load' ? 'GET' : name;
  // One address of files, and two kinds of them.
  const paths = route === '/media/[name]' ? [path, `/media/${side.voice}`] : [path];
  const methods = reading === 'GET' ? ['GET', 'HEAD'] : [reading];
  const plain = methods.flatMap((method) => paths.map((each) => ({ method, path: each })));
  return name === 'load' ? [...plain, { method: 'GET', path: dataOf(path) }] : plain;
}

type Answer = 'in' | 'asked to sign in' | 'refused' | `status ${number}`;

async function ask(origin: string, { method, path }: Request, { cookie }: Person): Promise<Answer> {
  const body = method === 'POST' ? { body: new URLSearchParams() } : {};
  const headers = { origin, cookie, accept: 'text/html' };
  const answer = await fetch(origin + path, { method, headers, redirect: 'manual', ...body });
  const text = await answer.text();
  const data = path.includes('/__data.json') && answer.ok ? (JSON.parse(text) as DataAnswer) : {};
  const status = data.nodes?.find((node) => node?.status)?.status ?? answer.status;
  if ((data.location ?? answer.headers.get('location') ?? '').startsWith(signIn)) return 'asked to sign in';
  if (status === 403) return 'refused';
  // An empty form is wrong, or comes too late: whoever hears that got in.
  // A phone without its token was let by the table, and is turned away by its own door.
  const inside = method === 'POST' ? [200, 303, 400, 409] : [200, 303, ...(path.endsWith('/pack') ? [401] : [])];
  return inside.includes(status) ? 'in' : `status ${status}`;
}

type DataAnswer = { location?: string; nodes?: ({ status?: number } | null)[] };

/** Written by hand, beside the table: acts of a community that nobody but its own committee and facilitator does. */
const ofTheirOwn = ['screen', 'freeze', 'open-poll', 'close-poll', 'publish-result', 'announce-event', 'change-event'];
const mayAct = ['committee own', 'facilitator own'];
/** An act that declares too little is still at a community's desk, where only these have any business. */
const ofCommunity = /\/desk\/(communities\/\[slug\]|events\/\[id\])/;
const mayEnter = ['administrator foreign', 'administrator own', ...mayAct];

test('nobody gets in where the table of permissions does not let them', async ({ portal }) => {
  const { own, foreign, people } = await makeMatrixStand(portal, 'Matrice');
  const before = keptData(portal);
  const unexpected: string[] = [];
  const counted = { in: 0, out: 0 };
  const [acted, entered] = [new Set<string>(), new Set<string>()];
  for (const person of people)
    for (const handler of inOrder)
      for (const [where, side] of Object.entries({ own, foreign })) {
        const allowed = handler.asks.every((action) => can(person, action, subjectOf(handler, side, person)));
        if (allowed && takesAway.includes(handler.name)) continue;
        const wanted = allowed ? 'in' : person.role === 'visitor' ? 'asked to sign in' : 'refused';
        for (const request of requestsOf(handler, side)) {
          counted[allowed ? 'in' : 'out']++;
          const found = await ask(portal.origin, request, person);
          const cell = `${person.role}, ${where}: ${handler.name} of ${request.method} ${request.path}`;
          const who = `${person.role} ${where}`;
          if (found === 'in' && handler.asks.some((action) => ofTheirOwn.includes(action))) acted.add(who);
          if (found === 'in' && ofCommunity.test(handler.route)) entered.add(who);
          if (found !== wanted) unexpected.push(`${cell} — ${found}, not ${wanted}`);
        }
      }
  console.log(`${declaredHandlers.length} handlers; ${counted.in} cells let in, ${counted.out} kept out`);
  expect(unexpected).toEqual([]);
  expect([...acted].sort()).toEqual(mayAct);
  expect([...entered].sort()).toEqual(mayEnter);
  expect(keptData(portal)).toEqual(before);
  expect(counted.out).toBeGreaterThan(300);
});

test('what is theirs does not open what is not', async ({ portal }) => {
  const { own, foreign, people } = await makeMatrixStand(portal, 'Bord');
  const before = keptData(portal);
  const post = async (role: string, path: string, fields: Readonly<Record<string, string>>) => {
    const cookie = people.find((person) => person.role === role)?.cookie ?? '';
    const headers = { origin: portal.origin, cookie, accept: 'text/html' };
    const body = new URLSearchParams(fields);
    return (await fetch(portal.origin + path, { method: 'POST', headers, body, redirect: 'manual' })).status;
  };
  const desk = `/fr/desk/communities/${own.slug}/proposals`;
  const yes = { feasible: 'yes', cost: '1', land: 'none-needed', upkeepOwner: 'Moi', beneficiaries: '1' };
  for (const role of ['committee', 'facilitator']) {
    // The community of the address is theirs, the proposal is not.
    expect(await post(role, `${desk}/${foreign.proposal}?/screen`, yes)).toBe(404);
    expect(await post(role, `${desk}/${foreign.proposal}?/merge`, { into: own.proposal })).toBe(404);
    expect(await post(role, `${desk}/${own.proposal}?/merge`, { into: foreign.proposal })).toBeGreaterThanOrEqual(400);
  }
  const village = { name: 'Ailleurs', kind: 'village', discreet: 'no', localities: 'ML060106005' };
  const making = '/fr/desk/communities/new?/make-community';
  expect(await post('facilitator', making, village)).toBe(403);
  expect(await post('facilitator', making, { ...village, localities: 'ML070101005,ML060106005' })).toBe(403);
  expect(keptData(portal)).toEqual(before);
});
