// Owns taking a phone in by its code. The code is used once; whoever lost the reply asks again with the same key and is answered for
// the same phone. It refuses a guess, and ends a code at which too many were made.
import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { randomBytes } from 'node:crypto';
import type { DeviceId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { keyedHash, tokenHash } from '../auth/keyed-hash.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { pairings, phones, type PhoneRole } from '../db/schema/assembly.ts';
import { pollOfSitting, sittingsAwaitingPhones } from './phone-sittings.ts';

export type EnrolRefusal =
  'pairing-code-wrong' | 'pairing-code-used' | 'phone-key-invalid' | 'vote-over' | 'too-many-tries';
export type Enrolled = { readonly device: DeviceId; readonly token: string; readonly role: PhoneRole };
type Asked = { readonly code: string; readonly publicKey: string };

/** One ceiling for the whole server, as for cards: a village shares one address. */
const wrongCodes = new RateLimiterMemory({ points: 10, duration: 1 });
/** Eight digits are soon tried: of so many guesses at one code, one in 100,000 finds it. */
const mostWrong = 1000;

/** An uncompressed point; whether it lies on the curve shows when the browser's own tools read it. */
const isPoint = (key: string): boolean => /^04[0-9a-f]{128}$/.test(key);

async function isKey(key: string): Promise<boolean> {
  if (!isPoint(key)) return false;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  return crypto.subtle.importKey('raw', Buffer.from(key, 'hex'), curve, false, ['verify']).then(
    () => true,
    () => false
  );
}

/** @param key hashes codes. @returns the phone's name, and the token with which it asks from now on. */
export async function enrolPhone(ctx: Context, key: Buffer, asked: Asked): Promise<Result<Enrolled, EnrolRefusal>> {
  if (!(await isKey(asked.publicKey))) return refuse('phone-key-invalid');
  const code = asked.code.replace(/\D/g, '');
  const taken = inTransaction(ctx.db, () => takeCode(ctx, keyedHash(key, code), asked.publicKey));
  if (taken.ok || taken.refusal.code !== 'pairing-code-wrong') return taken;
  inTransaction(ctx.db, () => ok(countWrong(ctx)));
  const within = await wrongCodes.consume('all').then(
    () => true,
    () => false
  );
  return within ? taken : refuse('too-many-tries');
}

const alive = (now: Date) => and(gt(pairings.expiresAt, moment(now)), lt(pairings.wrong, mostWrong));

const countWrong = ({ db, now }: Context): void =>
  void db
    .update(pairings)
    .set({ wrong: sql`${pairings.wrong} + 1` })
    .where(alive(now))
    .run();

function takeCode(ctx: Context, codeHash: string, publicKey: string): Result<Enrolled, EnrolRefusal> {
  const { db, now } = ctx;
  const pairing = db
    .select()
    .from(pairings)
    .where(and(eq(pairings.codeHash, codeHash), alive(now)))
    .orderBy(desc(pairings.number))
    .limit(1)
    .get();
  if (!pairing) return refuse('pairing-code-wrong');
  const token = randomBytes(32).toString('hex');
  const { sitting, role, by, secondBy } = pairing;
  const known = db.select().from(phones).where(eq(phones.pairing, pairing.number)).get();
  if (known) {
    if (known.publicKey !== publicKey) return refuse('pairing-code-used');
    db.update(phones)
      .set({ tokenHash: tokenHash(token) })
      .where(eq(phones.id, known.id))
      .run();
    return ok({ device: known.id, token, role });
  }
  const poll = pollOfSitting(db, sitting);
  if (!poll || !sittingsAwaitingPhones(db, poll).some(({ id }) => id === sitting)) return refuse('vote-over');
  const device = newId<DeviceId>();
  const signed = { at: moment(now), by, secondBy };
  db.insert(phones)
    .values({ id: device, pairing: pairing.number, sitting, role, publicKey, tokenHash: tokenHash(token), ...signed })
    .run();
  appendEntry({ ...ctx, actor: { account: by } }, 'phone-enrolled', { subject: device, secondBy, details: { role } });
  return ok({ device, token, role });
}
