// Owns asking the server that holds the box, or taking its place where none runs. It refuses to read the box beside its holder.
import { get } from 'node:http';
import type Database from 'better-sqlite3';
import { join } from 'node:path';
import { DataFolderTaken, openExclusively } from '../vote/box-file.ts';
import { controlAddress } from './control-address.ts';

/** Milliseconds: a cast waits for the disk, and a question for the cast. */
const patience = 15_000;

/** @returns the answer, or null where no server listens. */
export function askServer(data: string, question: '/box' | '/ready'): Promise<Buffer | null> {
  const address = controlAddress(data);
  if (!address) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const request = get({ socketPath: address, path: question, timeout: patience, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(parts)));
    });
    request.on('timeout', () => request.destroy(new Error('The server did not answer in time.')));
    request.on('error', (failure: NodeJS.ErrnoException) =>
      failure.code === 'ENOENT' || failure.code === 'ECONNREFUSED' ? resolve(null) : reject(failure)
    );
  });
}

/** @throws `DataFolderTaken` where a server holds the box. */
export function withBoxFile<Answer>(data: string, work: (box: Database.Database) => Answer): Answer {
  const box = openExclusively(join(data, 'ballots.db'));
  try {
    return work(box);
  } finally {
    box.close();
  }
}

/** @throws where a server holds the box and can not be asked, such as one that serves for development. */
export async function readBoxBytes(data: string): Promise<Buffer> {
  const answer = await askServer(data, '/box');
  if (answer) return answer;
  try {
    return withBoxFile(data, (box) => box.serialize());
  } catch (thrown) {
    if (!(thrown instanceof DataFolderTaken)) throw thrown;
    throw new Error(
      `A server holds the box in ${data} and can not be asked for a copy. Only "npm run sigida -- serve" answers, on a data folder whose path is shorter than 90 characters.`
    );
  }
}
