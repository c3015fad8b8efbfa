// Owns how a phone of an assembly is answered: JSON that no cache keeps, and codes in place of words, which the phone has itself.
import { json } from '@sveltejs/kit';

const unkept = { 'cache-control': 'no-store' } as const;

export const answerPhone = (value: unknown, status = 200): Response => json(value, { status, headers: unkept });
export const refusePhone = (error: string, status = 400): Response => answerPhone({ error }, status);
