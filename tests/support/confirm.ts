// Owns confirming a ballot as the last page of a vote posts it, and the answer down to its bytes.
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
