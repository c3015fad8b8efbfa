// Owns the list of commands: a new one is one file and one entry here.
import type { Command } from './command.ts';
import { count } from './count.ts';
import { adminCreate } from './admin-create.ts';
import { importPlaces } from './import-places.ts';
import { backup } from './backup.ts';
import { accountEnd, sessionsEnd } from './lost-phone.ts';
import { messagesExport } from './messages-export.ts';
import { messagesImport } from './messages-import.ts';
import { migrate } from './migrate.ts';
import { ready } from './ready.ts';
import { recount } from './recount.ts';
import { restore } from './restore.ts';
import { seed } from './seed.ts';
import { serve } from './serve.ts';
import { tasks } from './tasks.ts';
import { verify } from './verify.ts';

export type { Command };
export const commands: readonly Command[] = [
  serve,
  ready,
  backup,
  restore,
  tasks,
  migrate,
  verify,
  recount,
  count,
  seed,
  adminCreate,
  accountEnd,
  sessionsEnd,
  importPlaces,
  messagesExport,
  messagesImport
];
