// Owns the headers that no answer may lack: pages, files, redirects, faults. Pages bring a policy of their own.
export const everyAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()'
} as const;

/** For pages that record a voice. */
export const withMicrophone = { 'permissions-policy': 'camera=(), geolocation=(), microphone=(self)' } as const;

/** For the page that reads another phone's counts from its screen. */
export const withCamera = { 'permissions-policy': 'camera=(self), geolocation=(), microphone=()' } as const;

/** For what is no page: nothing runs, nobody frames it. A worker that comes as a file is held to this too, and it fetches. */
export const policyOfFiles =
  "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
