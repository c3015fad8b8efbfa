// Owns the list of commands: a new one is one file and one entry here. It loads none of them: what one needs is read and compiled
// when it is asked for, and no other.
import type { ListedCommand } from './command.ts';

export const commands: readonly ListedCommand[] = [
  { name: 'serve', summary: 'serve the portal', load: async () => (await import('./serve.ts')).serve },
  {
    name: 'ready',
    summary: 'tell whether all is well for a vote',
    load: async () => (await import('./ready.ts')).ready
  },
  {
    name: 'backup',
    summary: 'copy everything, also while the server runs',
    load: async () => (await import('./backup.ts')).backup
  },
  { name: 'restore', summary: 'put a backup back', load: async () => (await import('./restore.ts')).restore },
  {
    name: 'tasks',
    summary: 'show what the server does by itself',
    load: async () => (await import('./tasks.ts')).tasks
  },
  {
    name: 'migrate',
    summary: 'bring the database up to date',
    load: async () => (await import('./migrate.ts')).migrate
  },
  {
    name: 'verify',
    summary: 'check that the audit chain, or the signed record of a result, is whole',
    load: async () => (await import('./verify.ts')).verify
  },
  {
    name: 'recount',
    summary: 'count every counted poll again and compare',
    load: async () => (await import('./recount.ts')).recount
  },
  { name: 'count', summary: 'count a file of ballots by a rule', load: async () => (await import('./count.ts')).count },
  {
    name: 'seed',
    summary: 'fill the data folder with a demonstration',
    load: async () => (await import('./seed.ts')).seed
  },
  {
    name: 'admin create',
    summary: 'make an administrator',
    load: async () => (await import('./admin-create.ts')).adminCreate
  },
  {
    name: 'account end',
    summary: 'end an account and its sessions',
    load: async () => (await import('./lost-phone.ts')).accountEnd
  },
  {
    name: 'sessions end',
    summary: 'sign everybody out, or one account',
    load: async () => (await import('./lost-phone.ts')).sessionsEnd
  },
  {
    name: 'import places',
    summary: 'import an official list of places',
    load: async () => (await import('./import-places.ts')).importPlaces
  },
  {
    name: 'messages export',
    summary: 'write the texts of the screens as a sheet for reviewers',
    load: async () => (await import('./messages-export.ts')).messagesExport
  },
  {
    name: 'messages import',
    summary: 'take a reviewed sheet of texts back',
    load: async () => (await import('./messages-import.ts')).messagesImport
  }
];
