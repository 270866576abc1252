import type { Fetch } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import type { TaskPlace } from "@today/db/task-push";
import { keepTargetNews } from "@today/db/worklog-push";
import type { Context } from "../../context.ts";
import { Refusal } from "../../error.ts";
import { type OpenTarget, openTarget } from "../open.ts";
import { problemOf } from "../problem.ts";
import { type Clock, createPace, type Pace } from "./pace.ts";

/** A target whose calls keep to the product's rates; null for one that is gone, or that cannot be opened, which is told. */
export async function openPaced(ctx: Context, place: TaskPlace, clock: Clock): Promise<OpenTarget | null> {
  let pace: Pace = async () => {};
  const fetchFor = (hosts: readonly string[]): Fetch => {
    const fetch = ctx.targets.fetchFor(hosts);
    return async (request) => {
      await pace("");
      return fetch(request);
    };
  };
  try {
    const open = await openTarget({ ...ctx, targets: { ...ctx.targets, fetchFor } }, place.targetId);
    pace = createPace(
      open.connector.rates.filter(({ scope }) => scope !== "task"),
      clock,
    );
    return open;
  } catch (error) {
    if (error instanceof Refusal) return null;
    if (!(error instanceof ConnectorError)) throw error;
    const news = { pushedAt: null, quietUntil: 0, problem: problemOf(error), now: ctx.now };
    await ctx.db.batch([keepTargetNews(ctx.db, place, news)]);
    return null;
  }
}
