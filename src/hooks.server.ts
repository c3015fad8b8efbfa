import { building } from '$app/environment';
import type { HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { heedDataSaver } from '#lib/server/hooks/data-saver.ts';
import { leanPages } from '#lib/server/hooks/lean-pages.ts';
import { limitBody } from '#lib/server/hooks/body-limit.ts';
import { checkOrigin } from '#lib/server/hooks/origin.ts';
import { setHeaders } from '#lib/server/hooks/headers.ts';
import { logRequests } from '#lib/server/hooks/log-requests.ts';
import { setLanguage } from '#lib/server/hooks/language.ts';
import { reportError } from '#lib/server/hooks/report-error.ts';
import { setSession } from '#lib/server/hooks/session.ts';
import { hideUndeclared } from '#lib/server/hooks/undeclared.ts';
import { sweepMedia } from '#lib/server/media/sweep-media.ts';
import { countPhotosIn } from '#lib/server/media/media-store.ts';
import { runtime } from '#lib/server/runtime.ts';

/** Opens the databases at start, so that a second server on the same data is refused before it answers anybody. */
export const init: ServerInit = async () => {
  if (building) return;
  const { db, settings } = runtime();
  await sweepMedia(db, settings);
  await sweepMedia(db, countPhotosIn(settings));
};

export const handleError: HandleServerError = reportError;

export const handle = sequence(
  logRequests,
  setHeaders,
  checkOrigin,
  setLanguage,
  heedDataSaver,
  leanPages,
  limitBody,
  setSession,
  hideUndeclared
);
