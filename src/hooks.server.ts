import { sequence } from '@sveltejs/kit/hooks';
import { checkOrigin } from '#lib/server/hooks/origin.ts';
import { setHeaders } from '#lib/server/hooks/headers.ts';
import { setLanguage } from '#lib/server/hooks/language.ts';
import { setSession } from '#lib/server/hooks/session.ts';

export const handle = sequence(setHeaders, checkOrigin, setLanguage, setSession);
