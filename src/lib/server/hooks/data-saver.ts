// Owns heeding a browser that asks to save data: its pages show drawings, and caches are told that they differ.
import type { Handle } from '@sveltejs/kit';

export const heedDataSaver: Handle = async ({ event, resolve }) => {
  event.locals.savesData = event.request.headers.get('save-data')?.trim().toLowerCase() === 'on';
  const response = await resolve(event);
  if (response.headers.get('content-type')?.startsWith('text/html')) response.headers.append('vary', 'Save-Data');
  return response;
};
