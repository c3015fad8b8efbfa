// Owns where a running server takes questions from commands of its own account: a socket in the data folder, never the network.
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Systems cut longer names of sockets off, and one of them would be another's. */
const longest = 100;

/** @returns null where the data folder's path is too long for a socket. */
export function controlAddress(data: string): string | null {
  // Windows has no sockets with names of files, but pipes.
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\sigida-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`;
  const path = join(data, 'control.sock');
  return Buffer.byteLength(path) > longest ? null : path;
}
