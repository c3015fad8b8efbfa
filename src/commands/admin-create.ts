// Owns making the first administrator of an installation. The passphrase is shown once, here.
import { parseArgs } from 'node:util';
import { makeAccount } from '#lib/server/account/make-account.ts';
import { drawSecondFactor } from '#lib/server/auth/second-factor.ts';
import { readSettings } from '#lib/server/settings.ts';
import type { Command } from './command.ts';
import { preparePortal } from './data-folder.ts';

const help = `Usage: npm run sigida -- admin create --name NAME --phone NUMBER

Makes an administrator and prints the passphrase and the secret of the second factor, once. Needs the same secret as serve.`;

const refusals = {
  'phone-invalid': 'The phone number needs eight digits, such as 76 12 34 56.',
  'phone-taken': 'This phone number has an account already.'
};

export const adminCreate: Command = {
  run: async (args) => {
    const options = {
      help: { type: 'boolean', short: 'h' },
      name: { type: 'string' },
      phone: { type: 'string' }
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return (console.log(help), 0);
    if (!values.name || !values.phone) return (console.error(help), 2);
    const settings = readSettings();
    const db = preparePortal(settings.data);
    const made = await makeAccount({ db, now: new Date() }, settings.keyFor('phone-number'), {
      name: values.name,
      phone: values.phone,
      grants: [{ role: 'administrator' }]
    });
    if (!made.ok) return (db.$client.close(), console.error(refusals[made.refusal.code]), 1);
    const ctx = { db, now: new Date() };
    const factor = drawSecondFactor(ctx, settings.keyFor('second-factor'), made.value.id, values.name);
    db.$client.close();
    console.log(`Administrator ${values.name} signs in with ${values.phone} and the passphrase ${made.value.secret}`);
    console.log(`Type this secret into an app for one-time codes (TOTP): ${factor.secret}`);
    return 0;
  }
};
