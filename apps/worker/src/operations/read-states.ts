import type { RemoteState } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import { readStates, type StateOverview } from "@today/db/task-state";
import { countTodos } from "@today/db/todo-reminder";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { demandTarget, openTarget } from "../targets/open.ts";
import { problemOf } from "../targets/problem.ts";

/** What there is to choose among, and how the states of tasks stand. */
export interface TargetStates extends Omit<StateOverview, "sample"> {
  /** What one of the tasks may be put into. */
  readonly choices: readonly RemoteState[];
  readonly problem: string | null;
  /** How many of its reminders stand how. */
  readonly reminders: Readonly<Record<string, number>>;
}

/** Which states a target has: those of its tasks, and what the product says of one task. Refuses `not-found`. */
export async function statesOf(ctx: Context, targetId: string): Promise<TargetStates> {
  demandRole(ctx, "admin");
  await demandTarget(ctx, targetId);
  const { sample, ...found } = await readStates(ctx.db, authorOf(ctx), targetId);
  const overview = { ...found, reminders: await countTodos(ctx.db, authorOf(ctx), targetId) };
  if (sample === null) return { ...overview, choices: [], problem: null };
  try {
    const { session } = await openTarget(ctx, targetId);
    return { ...overview, choices: (await session.status?.choices(sample)) ?? [], problem: null };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { ...overview, choices: [], problem: problemOf(error) };
  }
}
