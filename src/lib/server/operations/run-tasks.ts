// Owns running the tasks that are due. One that fails is recorded with its reason and keeps none from running; one that is cut off
// because the server stops is not recorded, and is due again at the next start.
import { moment } from '../db/context.ts';
import { taskRuns } from '../db/schema/operations.ts';
import { listTasks, tasks, type Task, type TaskName, type TaskTools } from './tasks.ts';

/** @param hurried tasks that are due whenever they last ran. @returns the names of those that failed. */
export async function runTasks(tools: TaskTools, hurried: readonly TaskName[] = []): Promise<readonly string[]> {
  const states = new Map(listTasks(tools.db).map((state) => [state.name, state]));
  const now = moment(tools.now);
  const failed: string[] = [];
  for (const task of tasks) {
    const next = states.get(task.name)?.next ?? null;
    if (tools.stopping.aborted) break;
    if (task.name === 'backup' && !tools.backUp) continue;
    if (next !== null && next > now && !hurried.includes(task.name)) continue;
    if (!(await runTask(task, tools))) failed.push(task.name);
  }
  return failed;
}

async function runTask(task: Task, tools: TaskTools): Promise<boolean> {
  const outcome = await Promise.resolve()
    .then(() => task.run(tools))
    .then(
      (changed) => ({ changed, failure: null }),
      (thrown: unknown) => ({ changed: 0, failure: thrown instanceof Error ? thrown.message : String(thrown) })
    );
  if (outcome.failure !== null && tools.stopping.aborted) return true;
  const row = { at: moment(tools.now), ...outcome };
  tools.db
    .insert(taskRuns)
    .values({ task: task.name, ...row })
    .onConflictDoUpdate({ target: taskRuns.task, set: row })
    .run();
  return outcome.failure === null;
}
