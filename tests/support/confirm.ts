// Owns voting by the forms of the pages without showing them, and the answer to a confirm down to its bytes.
import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type Answer = {
  readonly status: number;
  /** All that was sent, the date apart: it tells the second, and no two replies can be held to it. */
  readonly bytes: string;
};

/** One connection per request under way, kept as a browser keeps it. */
export const connections = (most: number): Agent => new Agent({ keepAlive: true, maxSockets: most });

/** The page that an answer showed. */
export function pageOf({ bytes }: Answer): string {
  const body = Buffer.from(bytes.slice(bytes.lastIndexOf('\n') + 1), 'base64');
  return (/^content-encoding: gzip$/im.test(bytes) ? gunzipSync(body) : body).toString();
}

/** @param origin of the portal. @param marks y or n by option. @param lang of the page. */
export function confirm(agent: Agent, origin: string, code: string, marks: string, lang = 'fr'): Promise<Answer> {
  const body = new URLSearchParams({ code, marks }).toString();
  const headers = {
    origin,
    accept: 'text/html',
    'accept-encoding': 'gzip',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body))
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/${lang}/vote?/confirm`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, rawHeaders } = response;
        const lines = rawHeaders.flatMap((name, at) =>
          at % 2 === 0 && name.toLowerCase() !== 'date' ? [`${name}: ${rawHeaders[at + 1]}`] : []
        );
        const bytes = [String(statusCode), ...lines, Buffer.concat(parts).toString('base64')].join('\n');
        resolve({ status: statusCode, bytes });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const hidden = (html: string, form: string): URLSearchParams => {
  const [, inside = ''] = new RegExp(`<form[^>]*action="[?]/${form}"[^>]*>([^]*?)</form>`).exec(html) ?? [];
  const fields = inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return new URLSearchParams([...fields].map(([, name = '', value = '']) => [name, value]));
};

async function post(address: string, origin: string, body: URLSearchParams): Promise<string> {
  const answer = await fetch(address, { method: 'POST', body, headers: { origin, accept: 'text/html' } });
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
  return answer.text();
}

/** The two pages before the confirm, as their forms post them. @returns what the last form holds. */
export async function walkToConfirm(origin: string, code: string, marks: readonly boolean[]): Promise<URLSearchParams> {
  const ballot = hidden(await post(`${origin}/fr/vote?/code`, origin, new URLSearchParams({ code })), 'review');
  for (const [place, yes] of marks.entries()) ballot.set(`mark-${place}`, yes ? 'yes' : 'no');
  return hidden(await post(`${origin}/fr/vote?/review`, origin, ballot), 'confirm');
}

/** From the code to the last page, as `vote` of the stories does it, where nobody looks at the pages. */
export async function voteUnseen(origin: string, code: string, marks: readonly boolean[]): Promise<void> {
  const last = await walkToConfirm(origin, code, marks);
  const html = await post(`${origin}/fr/vote?/confirm`, origin, last);
  const [, heading] = /<h1[^>]*>([^<]*)</.exec(html) ?? [];
  if (heading?.trim() !== 'Le vote de cette carte est enregistré.') throw new Error(`A vote ended at: ${heading}`);
}
