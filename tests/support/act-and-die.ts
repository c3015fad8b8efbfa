// Does one act on both files, or what a start does to finish one, and kills itself at a wanted step. Alone:
// node tests/support/act-and-die.ts FOLDER ACT|recover STEP
// Every statement, transaction and touch of the box is a step; with step 0 it goes to the end and prints their names.
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeFiles, doAct, must, openFiles, recover, type Act, type Files, type Stand } from './two-files.ts';

const [folder = '', act = '', wanted = '0'] = process.argv.slice(2);
const steps: string[] = [];

function step(name: string): void {
  steps.push(name);
  if (steps.length === Number(wanted)) process.kill(process.pid, 'SIGKILL');
}

/** The same files, with a step before each statement and on both sides of each commit and each touch of the box. */
function watched({ db, box }: Files): Files {
  const { $client: client } = db;
  const exec = client.exec.bind(client);
  client.exec = (sql) => {
    step(`before ${sql}`);
    exec(sql);
    step(`after ${sql}`);
    return client;
  };
  const logger = { logQuery: (sql: string) => step(`before ${sql.slice(0, 40)}`) };
  const around =
    <Given extends unknown[], Answer>(name: string, call: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      step(`before box ${name}`);
      const answer = call(...given);
      step(`after box ${name}`);
      return answer;
    };
  return {
    db: drizzle({ client, logger }),
    box: {
      ...box,
      openTheBox: around('open', box.openTheBox),
      closeTheBox: around('close', box.closeTheBox),
      abandonTheBox: around('abandon', box.abandonTheBox),
      makeCards: around('make cards', box.makeCards),
      mixRows: around('mix rows', box.mixRows),
      voidCards: around('void cards', box.voidCards),
      wipe: around('wipe', box.wipe)
    }
  };
}

const files = openFiles(folder);
const stand = JSON.parse(readFileSync(join(folder, 'stand.json'), 'utf8')) as Stand;
process.stdout.write('begun\n');
if (act === 'recover') recover(watched(files), stand);
else must(doAct(watched(files), stand, act as Act));
process.stdout.write('answered\n');
step('after the answer');
closeFiles(files);
console.log(JSON.stringify(steps));
