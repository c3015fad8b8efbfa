// Owns asking the portal from a phone: without cookies, past every cache, and with a plain word where no answer comes.
import { clockIsWrong } from '#lib/domain/assembly/sending.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

/** `seen`: the hour by the portal's clock, in milliseconds; null where it does not say. */
export type Answered = { readonly status: number; readonly text: string; readonly seen: number | null };

/** @param seen when the portal last said the hour; null before. Nothing else of an assembly asks this phone's own clock. */
export async function askPortal(
  address: string,
  request: RequestInit,
  seen: number | null = null
): Promise<Result<Answered, 'no-network' | 'clock-wrong'>> {
  try {
    const answer = await fetch(address, { ...request, credentials: 'omit', cache: 'no-store' });
    const at = Date.parse(answer.headers.get('date') ?? '');
    return ok({ status: answer.status, text: await answer.text(), seen: Number.isNaN(at) ? null : at });
  } catch {
    const wrong = navigator.onLine && seen !== null && clockIsWrong(Date.now(), seen);
    return refuse(wrong ? 'clock-wrong' : 'no-network');
  }
}

/** A member of what the portal answered; null where somebody else answered in its place, as networks do that want a sign-in. */
export function memberOf(text: string, name: string): string | null {
  try {
    const value = (JSON.parse(text) as Record<string, unknown> | null)?.[name];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
