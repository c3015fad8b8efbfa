// Owns the way of a card from its code to its ballot. It stores nothing before the confirm, and slows no right code.
import Database from 'better-sqlite3';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { parseCardCode, type CardCode } from '#lib/domain/vote/card-code.ts';
import type { Portal } from '../db/portal.ts';
import { noteRefusal } from '../log/request-notes.ts';
import type { BallotBox } from './ballot-box.ts';
import type { CastRefusal } from './cast-ballots.ts';
import { ruleOf } from './poll-rule.ts';
import { ballotOfBox, type PollOption } from './queries.ts';

/** `oneMark`: the voter chooses one project or none; else answers each with yes or no, one alone too. */
export type Ballot = { readonly code: CardCode; readonly options: readonly PollOption[]; readonly oneMark: boolean };
export type CardRefusal =
  | 'card-code-incomplete'
  | 'card-code-mistyped'
  | 'card-too-many-wrong'
  | 'card-used'
  | 'box-can-not-write'
  | CastRefusal;

/** One ceiling for the whole server: a village shares one address, and guessing needs millions of tries. */
const wrongCodes = new RateLimiterMemory({ points: 10, duration: 1 });

async function refuseWrong(code: CardRefusal): Promise<Result<never, CardRefusal>> {
  const slow = await wrongCodes.consume('all').then(
    () => false,
    () => true
  );
  // Whoever keeps the server should see somebody guess; nothing else of a card is ever noted.
  if (slow) noteRefusal('card-too-many-wrong');
  return refuse(slow ? 'card-too-many-wrong' : code, { field: 'code' });
}

/**
 * A disk that is full or broken: nothing is recorded, the box stays whole, and people are told at once what to do instead.
 * @param voted what is answered to a card that is known to have voted: it must not vote on paper.
 */
async function unlessDiskFails<Value, Code extends string>(
  work: () => Result<Value, Code> | Promise<Result<Value, Code>>,
  voted: () => Result<Value, Code> | false
): Promise<Result<Value, Code | 'box-can-not-write'>> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Database.SqliteError) || !/^SQLITE_(FULL|IOERR)/.test(thrown.code)) throw thrown;
    noteRefusal('box-can-not-write');
    return voted() || refuse('box-can-not-write', { field: 'code' });
  }
}

/** @param typed the code as somebody wrote it. @returns the ballot that this card may fill, now. */
export async function findBallot(db: Portal, box: BallotBox, typed: string): Promise<Result<Ballot, CardRefusal>> {
  const parsed = parseCardCode(typed);
  if (!parsed.ok) return refuse(parsed.refusal.code, { ...parsed.refusal, field: 'code' });
  const looked = await unlessDiskFails(
    () => ok(box.lookAtCard(parsed.value)),
    () => box.hasVoted(parsed.value) && refuse('card-used', { field: 'code' })
  );
  if (!looked.ok) return looked;
  const card = looked.value;
  if (card.kind === 'unknown') return refuseWrong('card-unknown');
  if (card.state === 'used') return refuse('card-used', { field: 'code' });
  if (card.state === 'void') return refuse('card-void', { field: 'code' });
  if (card.boxState === 'sealed') return refuse('poll-not-open-yet', { field: 'code' });
  if (card.boxState === 'closed') return refuse('poll-closed', { field: 'code' });
  const ballot = ballotOfBox(db, card.box);
  if (!ballot) return refuse('card-unknown', { field: 'code' });
  const { options } = ballot;
  return ok({ code: parsed.value, options, oneMark: ruleOf(ballot).marks === 'one' && options.length > 1 });
}

/** Records the ballot, or finds it recorded already: both answer alike. @param marks yes or no, in the options' order. */
export async function castBallot(
  box: BallotBox,
  typed: string,
  marks: readonly boolean[]
): Promise<Result<null, CardRefusal>> {
  const parsed = parseCardCode(typed);
  if (!parsed.ok) return refuse(parsed.refusal.code, { field: 'code' });
  const cast = await unlessDiskFails(
    () => box.castTogether(parsed.value, marks),
    () => box.hasVoted(parsed.value) && ok(null)
  );
  if (cast.ok) return cast;
  return cast.refusal.code === 'card-unknown'
    ? refuseWrong('card-unknown')
    : refuse(cast.refusal.code, { field: 'code' });
}
