// Owns the two commands for a lost phone: end sessions, of one or of all, and end an account. Open polls go on.
import { endAccount, endSessions } from '#lib/server/account/end-account.ts';
import { findByPhone } from '#lib/server/auth/authenticate.ts';
import { readSettings } from '#lib/server/settings.ts';
import type { Command } from './command.ts';
import { preparePortal } from './data-folder.ts';
import { readLine } from './read-line.ts';

const options = { help: { type: 'boolean', short: 'h' }, phone: { type: 'string' } } as const;

const sessionsHelp = `Usage: npm run sigida -- sessions end [--phone NUMBER]

Ends the sessions of the account with this number, or of everybody: they sign in anew. Needs the same secret as serve.`;

const accountHelp = `Usage: npm run sigida -- account end --phone NUMBER

Ends the account with this number and its sessions. What it signed stays signed. Needs the same secret as serve.`;

const unknown = 'No account has this number.';

export const sessionsEnd: Command = {
  run: async (args) => {
    const line = readLine(args, options);
    if (!line.ok) return (console.error(`${line.why}\n\n${sessionsHelp}`), 2);
    if (line.values.help) return (console.log(sessionsHelp), 0);
    const settings = readSettings();
    const db = preparePortal(settings.data);
    const { phone } = line.values;
    const found = phone ? findByPhone(db, settings.keyFor('phone-number'), phone) : null;
    // Nobody's number must not sign everybody out.
    const ended = phone && !found ? null : endSessions({ db, now: new Date() }, found?.account ?? null);
    db.$client.close();
    if (ended === null) return (console.error(unknown), 1);
    console.log(`${ended} session(s) ended.`);
    return 0;
  }
};

export const accountEnd: Command = {
  run: async (args) => {
    const line = readLine(args, options);
    if (!line.ok) return (console.error(`${line.why}\n\n${accountHelp}`), 2);
    if (line.values.help) return (console.log(accountHelp), 0);
    if (!line.values.phone) return (console.error(`Give a number.\n\n${accountHelp}`), 2);
    const settings = readSettings();
    const db = preparePortal(settings.data);
    const found = findByPhone(db, settings.keyFor('phone-number'), line.values.phone);
    if (found) endAccount({ db, now: new Date() }, found.account);
    db.$client.close();
    if (!found) return (console.error(unknown), 1);
    console.log('The account has ended.');
    return 0;
  }
};
