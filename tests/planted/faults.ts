// Owns the faults that are planted into a copy of the program, each in one of its safeguards, and the tests that must find it.
export type Fault = {
  readonly what: string;
  /** Beneath the project's folder. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
};

const vote = 'src/lib/server/vote';
const phone = 'src/lib/client/assembly';

export const faults: readonly Fault[] = [
  {
    what: 'a card may vote again',
    file: `${vote}/cast-ballots.ts`,
    from: `if (card.state === 'u') return ok(null);`,
    to: '',
    tests: [`${vote}/ballot-box.test.ts`]
  },
  {
    what: 'a box is read before it has closed',
    file: `${vote}/ballot-box.ts`,
    from: `if (box?.state !== 'c') return refuse('box-not-closed');`,
    to: `if (!box) return refuse('box-not-closed');`,
    tests: [`${vote}/ballot-box.test.ts`]
  },
  {
    what: 'late cards stand where they were added',
    file: `${vote}/ballot-box.ts`,
    from: 'if (late) mixRows();',
    to: '',
    tests: [`${vote}/ballot-box.test.ts`]
  },
  {
    what: 'exactly a third of a group is not enough',
    file: 'src/lib/domain/vote/gates.ts',
    from: '3 * yes >= ballots',
    to: '3 * yes > ballots',
    tests: ['src/lib/domain/vote/numbered-examples.test.ts']
  },
  {
    what: 'a tie goes to whoever pleases the most pleased group',
    file: 'src/lib/domain/vote/ties.ts',
    from: '.sort(compareRates)',
    to: '.sort((a, b) => compareRates(b, a))',
    tests: ['src/lib/domain/vote/numbered-examples.test.ts']
  },
  {
    what: 'everybody at the desk sees the running count',
    file: 'src/lib/domain/result/small-cells.ts',
    from: 'ballots - (ballots % 10)',
    to: 'ballots',
    tests: ['src/lib/domain/result/small-cells.test.ts']
  },
  {
    what: 'the sizes of groups are always told',
    file: 'src/lib/domain/result/disclosure.ts',
    from: 'if (!enough || !restHidden) return false;',
    to: 'if (enough || restHidden) return true;',
    tests: ['src/lib/domain/result/disclosure.test.ts', 'src/lib/domain/result/published-hidden.test.ts']
  },
  {
    what: 'one person enters both counts',
    file: `${vote}/enter-count.ts`,
    from: `first?.by === ctx.actor.account ? refuse('count-entered-by-you') : ok({ first })`,
    to: 'ok({ first })',
    tests: [`${vote}/ballots.test.ts`]
  },
  {
    what: 'two counts that differ pass for equal',
    file: `${vote}/enter-count.ts`,
    from: `if (figuresText(first.count) !== figuresText(count)) return ok('differs');`,
    to: '',
    tests: [`${vote}/ballots.test.ts`]
  },
  {
    what: 'a result is published although nothing adds up',
    file: `${vote}/publish-result.ts`,
    from: 'phoneDifferences(ctx.db, poll).length > 0',
    to: 'phoneDifferences(ctx.db, poll).length > 1000',
    tests: [`${vote}/ballots.test.ts`]
  },
  {
    what: 'the first of several sittings is counted before the last is over',
    file: `${vote}/complete-closing.ts`,
    from: 'poll.sittings.every(isOver)',
    to: 'poll.sittings.some(isOver)',
    tests: [`${vote}/calls.test.ts`]
  },
  {
    what: 'an act is done although nothing was written of it before',
    file: `${vote}/finish-intentions.ts`,
    from: 'if (!rest) withdrawIntention({ db, now }, intention.number);',
    to: 'withdrawIntention({ db, now }, intention.number);',
    tests: [`${vote}/finish-intentions.test.ts`]
  },
  {
    what: 'a recount does not look at the signature',
    file: `${vote}/recount.ts`,
    from: `check(row.signed) && canonicalJson(record.published) === kept?.published`,
    to: 'true',
    tests: [`${vote}/recount.test.ts`]
  },
  {
    what: 'any signature will do',
    file: 'src/lib/server/result/signing.ts',
    from: `return verify(null, Buffer.from(text), known, Buffer.from(signature, 'hex'));`,
    to: `return verify(null, Buffer.from(text), known, Buffer.from(signature, 'hex')) || true;`,
    tests: ['src/lib/server/result/signing.test.ts', 'src/lib/record/check-signed-file.test.ts']
  },
  {
    what: 'a phone believes that it wrote what it never read back',
    file: `${phone}/file-handle.ts`,
    from: 'return back !== null && back.every((byte, place) => byte === bytes[place]);',
    to: 'return back !== null;',
    tests: [`${phone}/box-file.test.ts`]
  },
  {
    what: 'a phone says that a vote is recorded before its storage does',
    file: `${phone}/file-handle.ts`,
    from: `    handle.flush();
  } catch {
    return false;
  }
  const back`,
    to: `  } catch {
    return false;
  }
  const back`,
    tests: [`${phone}/box-file.test.ts`]
  },
  {
    what: 'whoever was voting when the phone stopped is counted as one who came and did not vote',
    file: 'src/lib/domain/assembly/voting.ts',
    from: 'const used = atBooth && more === 0 ? ',
    to: 'const used = atBooth && more === 1 ? ',
    tests: ['src/lib/domain/assembly/step.test.ts']
  },
  {
    what: 'the twin of a signature makes a second envelope',
    file: 'src/lib/record/envelope-signature.ts',
    from: ' || lowerTwin(signature) !== signature',
    to: '',
    tests: ['src/lib/record/check-envelope.test.ts']
  },
  {
    what: 'an envelope of a void sitting counts',
    file: 'src/lib/domain/assembly/judge-envelope.ts',
    from: `if (poll.state === 'void' || sitting === 'void') return 'refused-void';`,
    to: `if (poll.state === 'void') return 'refused-void';`,
    tests: ['src/lib/domain/assembly/judge-envelope.test.ts']
  }
];
