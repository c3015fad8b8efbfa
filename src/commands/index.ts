// Owns the list of commands: a new one is one file and one entry here.
import type { Command } from './command.ts';
import { adminCreate } from './admin-create.ts';
import { importPlaces } from './import-places.ts';
import { migrate } from './migrate.ts';
import { seed } from './seed.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

export type { Command };
export const commands: readonly Command[] = [serve, migrate, verify, seed, adminCreate, importPlaces];
