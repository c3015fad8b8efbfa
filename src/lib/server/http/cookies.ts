// Owns the names of our cookies and how they are set. It reads none.

/** Browsers bind a `__Host-` cookie to this host and to https; the demonstration on loopback has no https. */
export const sessionCookie = (url: URL): string => (url.protocol === 'https:' ? '__Host-session' : 'session');

/** Outlives sessions: without it the next sign-in asks for a slip of paper. */
export const deviceCookie = (url: URL): string => (url.protocol === 'https:' ? '__Host-device' : 'device');

/** Seconds; browsers keep nothing longer than 400 days. */
export const deviceYear = 365 * 86_400;

export const languageCookie = 'lang';

/** A calendar or table, which a shared cache may keep: a cookie in it would be handed to others. */
const file = /\.\w+$/;

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly lang: string;
  readonly known: string | undefined;
};

/** Whether whoever asked for a page in this language is to find it in the next one. @param known what their cookie says. */
export const remembersLanguage = ({ method, path, lang, known }: Asked): boolean =>
  method === 'GET' && known !== lang && !file.test(path);

/** As the header `Set-Cookie` says it. */
export const languageLine = (lang: string, url: URL): string =>
  `${languageCookie}=${lang}; Max-Age=${365 * 86_400}; Path=/; HttpOnly; SameSite=Lax${url.protocol === 'https:' ? '; Secure' : ''}`;
