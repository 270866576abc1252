import { publicHooks } from "./hooks.ts";
import { publicHours } from "./hours.ts";
import { publicMe } from "./me.ts";
import { publicPeople } from "./people.ts";
import { publicPeriods } from "./periods.ts";
import { publicPicks } from "./picks.ts";
import { publicProjects } from "./projects.ts";
import { publicWorklogs } from "./worklogs.ts";

/** All routes for other programs, in the order in which they are described. */
export const publicRoutes = [
  ...[publicMe, publicProjects, publicPeople, publicHours],
  ...[publicPeriods, publicWorklogs, publicPicks, publicHooks],
] as const;
