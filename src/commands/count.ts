// Owns the command that counts a file of ballots by one of our rules, without a database: anybody can check a count with it.
import { parseArgs } from 'node:util';
import { countBallots, nextBallot, type Counted } from '#lib/domain/vote/count-ballots.ts';
import { isRuleId, ruleIds, type RuleId } from '#lib/domain/vote/rules/index.ts';
import type { BallotFileRefusal } from '#lib/server/vote/ballot-lines.ts';
import { readBallotFile } from '#lib/server/vote/read-ballot-file.ts';
import type { Command } from './command.ts';
import { reasonsOf } from './count-reasons.ts';
import { readText } from './read-text.ts';

const help = `Usage: npm run sigida -- count FILE --rule RULE [--groups COLUMN] [--json]

Counts the ballots of a file by a rule, and says why. FILE is a Pabulib file (.pb) with approval or choose-1 ballots, or a table
in CSV with a row for each ballot and a column "option:ID" for each option, which holds 1, x, yes, oui, or nothing.

  --rule RULE        ${ruleIds.join(', ')}
  --groups COLUMN    the column that says to which group a voter belongs; groups of five ballots or more count
  --json             everything, for programs

It answers 0 for every outcome, and 2 where a line of the file can not be understood.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  rule: { type: 'string' },
  groups: { type: 'string' },
  json: { type: 'boolean' }
} as const;

const sentences: Readonly<Record<BallotFileRefusal, (value: string) => string>> = {
  'quotes-wrong': () => 'a quotation mark is never closed',
  'section-missing': (name) => `the section ${name} is missing`,
  'column-missing': (name) => `there is no column "${name}"`,
  'columns-wrong': (found) => `it has ${found.replace('/', ' cells, the header ')}`,
  'vote-type-unknown': (type) => `ballots of the type "${type}" are not counted here, only approval and choose-1`,
  'options-missing': () => 'there is no option',
  'option-repeated': (id) => `the option "${id}" stands twice, or has no name`,
  'option-unknown': (id) => (id ? `"${id}" is not an option` : 'an option has no id'),
  'mark-unknown': (mark) => `"${mark}" is neither a mark nor nothing`,
  'group-unknown': (name) => `there is no column "${name}" to group by`
};

export const count: Command = {
  run: async (args) => {
    const line = readLine(args);
    if (typeof line === 'string') return (console.error(`${line}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const [file, ...others] = line.positionals;
    const rule = line.values.rule ?? '';
    if (file === undefined || others.length > 0) return (console.error(`Give one file.\n\n${help}`), 2);
    if (!isRuleId(rule)) return (console.error(`--rule is one of ${ruleIds.join(', ')}, not "${rule}".`), 2);
    const text = readText(file);
    if (text === null) return 2;
    const read = readBallotFile(text, line.values.groups ?? null);
    if (!read.ok) {
      const { line: number = 1, value = '' } = read.refusal.detail ?? {};
      return (console.error(`${file}, line ${number}: ${sentences[read.refusal.code](String(value))}.`), 2);
    }
    const counted = countBallots(rule, read.value);
    console.log(line.values.json ? JSON.stringify(reportOf(rule, counted)) : inWords(rule, counted));
    return 0;
  }
};

function readLine(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** What programs read. Lists stand in the file's order. */
function reportOf(rule: RuleId, counted: Counted) {
  const { outcome, repaired, spoiled } = counted;
  return {
    rule,
    ballots: outcome.ballots,
    spoiled,
    repaired,
    options: outcome.options.map(({ id, yes, eligible }) => ({ id, yes, eligible })),
    outcome: outcome.kind,
    winners: winnersOf(counted),
    ratification: outcome.kind === 'winner' && outcome.ratification,
    secondBallot: nextBallot(rule, counted),
    reasons: reasonsOf(rule, counted)
  };
}

function winnersOf({ outcome }: Counted): readonly string[] {
  if (outcome.kind === 'tie') return outcome.tied;
  return outcome.kind === 'winner' ? [outcome.winner] : [];
}

function inWords(rule: RuleId, counted: Counted): string {
  const { outcome, repaired, spoiled } = counted;
  const rows = outcome.options.map(({ id, yes, eligible }) => `  ${id}: ${yes} yes${eligible ? '' : ', not eligible'}`);
  return [
    `${outcome.ballots} ballots counted by ${rule}; ${spoiled} spoiled, ${repaired} repaired`,
    ...rows,
    `${outcome.kind}${winnersOf(counted).length > 0 ? `: ${winnersOf(counted).join(', ')}` : ''}`,
    ...reasonsOf(rule, counted)
  ].join('\n');
}
