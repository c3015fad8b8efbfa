// Owns where the data is, for commands that need no secret.
import { resolve } from 'node:path';

export const readDataFolder = (): string => resolve(process.env['SIGIDA_DATA'] ?? 'data');
