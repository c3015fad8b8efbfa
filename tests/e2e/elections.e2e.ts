// Elections drawn from a printed seed, held on the pages; a tally of its own, written apart from the program, says who wins.
import { signIn, vote } from '../support/actions.ts';
import { voteUnseen } from '../support/confirm.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { freezeUnseen, openPollUnseen, printCardsUnseen, signActUnseen } from '../support/unseen.ts';

const seed = Number(process.env['SIGIDA_SEED'] ?? Date.now() % 1_000_000);

/** mulberry32: small, and the same on every machine. */
function randomFrom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const colours = ['HW', 'HM', 'RW', 'RM'] as const;
type Ballot = { readonly colour: (typeof colours)[number]; readonly marks: readonly boolean[] };

/** The rule of the voting paper, worked out with fractions of a whole and nothing of the program's. */
function tally(ballots: readonly Ballot[], options: number): { yes: number[]; outcome: string; winner: number | null } {
  const groups = ['', 'H', 'R', 'W', 'M'].map((letter) => ballots.filter(({ colour }) => colour.includes(letter)));
  const gates = groups.filter((group, index) => index === 0 || group.length >= 5);
  const yesIn = (group: readonly Ballot[], option: number) => group.filter(({ marks }) => marks[option]).length;
  const all = Array.from({ length: options }, (_, option) => option);
  const yes = all.map((option) => yesIn(ballots, option));
  const eligible = all.filter(
    (option) => yes[option] !== 0 && gates.every((group) => 3 * yesIn(group, option) >= group.length)
  );
  if (eligible.length === 0) return { yes, outcome: 'none-eligible', winner: null };
  // Rates over one common denominator, so that nothing is rounded.
  const common = gates.reduce((product, group) => product * group.length, 1);
  const rates = (option: number) =>
    gates.map((group) => (yesIn(group, option) * common) / group.length).sort((one, other) => one - other);
  const better = (one: number, other: number): number =>
    (yes[other] ?? 0) - (yes[one] ?? 0) ||
    (rates(one)
      .map((rate, rung) => (rates(other)[rung] ?? 0) - rate)
      .find((difference) => difference !== 0) ??
      0);
  const [first = 0, next] = eligible.toSorted(better);
  const tied = next !== undefined && better(first, next) === 0;
  return tied ? { yes, outcome: 'tie', winner: null } : { yes, outcome: 'winner', winner: first };
}

for (const election of [0, 1, 2]) {
  test(`election ${election} drawn from a seed`, async ({ page, portal }) => {
    test.setTimeout(240_000);
    console.log(`Election ${election} of seed ${seed}; again with SIGIDA_SEED=${seed}`);
    const random = randomFrom(seed + election);
    const options = 3 + random(3);
    const titles = Array.from({ length: options }, (_, option) => `Projet ${option + 1}`);
    const present = { HW: 5 + random(3), HM: 5 + random(3), RW: 5 + random(3), RM: 5 + random(3) };
    // Each colour leans to or away from each option, so that gates decide as often as totals do.
    const ballots = colours.flatMap((colour) => {
      const leaning = titles.map(() => 1 + random(9));
      return Array.from({ length: present[colour] }, (): Ballot => ({
        colour,
        marks: leaning.map((lean) => random(10) < lean)
      }));
    });

    const village = await makeVillage(portal, `Élection ${election}`, titles);
    const [chair, second] = village.committee;
    const desk = `/fr/desk/communities/${village.slug}`;
    await signIn(page, chair);
    await freezeUnseen(page, desk, second, options);
    await signIn(page, village.facilitator);
    const codes = await printCardsUnseen(page, desk);
    await signIn(page, chair);
    await openPollUnseen(page, desk, second, present);
    await page.context().clearCookies();
    const given = { HW: 0, HM: 0, RW: 0, RM: 0 };
    for (const { colour, marks } of ballots) {
      const code = codes[colour][given[colour]++] ?? '';
      // One of each colour on the pages, the others by the same forms.
      if (given[colour] === 1) await vote(page, code, marks);
      else await voteUnseen(portal.origin, code, marks);
    }
    await signIn(page, chair);
    await signActUnseen(page, desk, second);
    await signActUnseen(page, desk, second);

    const expected = tally(ballots, options);
    const result = await (await page.request.get(`/fr/communities/${village.slug}/result.json`)).json();
    expect(result.outcome).toBe(expected.outcome);
    expect(result.ballots).toBe(ballots.length);
    expect(result.options.map(({ yes }: { yes: number }) => yes)).toEqual(expected.yes);
    const shown = await page.request.get(`/fr/communities/${village.slug}/result`);
    const winner = expected.winner === null ? null : titles[expected.winner];
    if (winner) expect(await shown.text()).toMatch(new RegExp(`class="win"[^]*${winner}`));
  });
}
