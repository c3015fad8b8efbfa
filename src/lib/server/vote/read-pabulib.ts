// Owns reading the sections of a Pabulib file (pabulib.org/format): META, PROJECTS and VOTES. It counts ballots that say yes or
// no to projects, and refuses those that rank them or share points out.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { GivenBallot } from '#lib/domain/vote/count-ballots.ts';
import { asOption, wrongLine, type BallotFileRefusal, type Line, type ReadElection } from './ballot-lines.ts';

const sections = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof sections)[number];
type Table = { readonly header: Line; readonly rows: readonly Line[] };

const countable = ['approval', 'choose-1'];

export function readPabulib(lines: readonly Line[], groups: string | null): ReadElection {
  const parted = partSections(lines);
  const wrongType = parted.META.find(({ cells }) => cells[0] === 'vote_type' && !countable.includes(cells[1] ?? ''));
  if (wrongType) return wrongLine('vote-type-unknown', wrongType.line, wrongType.cells[1] ?? '');
  const projects = tableOf(parted, 'PROJECTS');
  if (!projects.ok) return projects;
  const options = readOptions(projects.value);
  if (!options.ok) return options;
  const votes = tableOf(parted, 'VOTES');
  if (!votes.ok) return votes;
  const ballots = readVotes(votes.value, new Set(options.value), groups);
  return ballots.ok ? ok({ options: options.value, ballots: ballots.value }) : ballots;
}

function partSections(lines: readonly Line[]): Readonly<Record<Section, readonly Line[]>> {
  const parted: Record<Section, Line[]> = { META: [], PROJECTS: [], VOTES: [] };
  let current: Section = 'META';
  for (const line of lines) {
    const named = line.cells.length === 1 && sections.find((section) => section === line.cells[0]?.toUpperCase());
    if (named) current = named;
    else parted[current].push(line);
  }
  return parted;
}

/** Every row has as many cells as the header. */
function tableOf(parted: ReturnType<typeof partSections>, section: Section): Result<Table, BallotFileRefusal> {
  const [header, ...rows] = parted[section];
  if (!header) return wrongLine(section === 'PROJECTS' ? 'options-missing' : 'section-missing', 1, section);
  const wrong = rows.find(({ cells }) => cells.length !== header.cells.length);
  if (wrong) return wrongLine('columns-wrong', wrong.line, `${wrong.cells.length}/${header.cells.length}`);
  return ok({ header, rows });
}

function readOptions({ header, rows }: Table): Result<readonly OptionId[], BallotFileRefusal> {
  const column = header.cells.indexOf('project_id');
  if (column < 0) return wrongLine('column-missing', header.line, 'project_id');
  if (rows.length === 0) return wrongLine('options-missing', header.line, '');
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const id = cells[column] ?? '';
    if (id === '') return wrongLine('option-unknown', line, '');
    if (seen.has(id)) return wrongLine('option-repeated', line, id);
    seen.add(id);
  }
  return ok([...seen].map(asOption));
}

function readVotes(
  { header, rows }: Table,
  options: ReadonlySet<OptionId>,
  groups: string | null
): Result<readonly GivenBallot[], BallotFileRefusal> {
  const column = header.cells.indexOf('vote');
  if (column < 0) return wrongLine('column-missing', header.line, 'vote');
  const grouping = groups === null ? null : header.cells.indexOf(groups);
  if (grouping !== null && grouping < 0) return wrongLine('group-unknown', header.line, groups ?? '');
  const ballots: GivenBallot[] = [];
  for (const { line, cells } of rows) {
    const marks = (cells[column] ?? '').split(',').map((id) => asOption(id.trim()));
    const named = marks.filter((id) => id !== '');
    const unknown = named.find((id) => !options.has(id));
    if (unknown !== undefined) return wrongLine('option-unknown', line, unknown);
    ballots.push({ marks: named, group: grouping === null ? '' : (cells[grouping] ?? '') });
  }
  return ok(ballots);
}
