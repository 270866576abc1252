import { build } from "../build.ts";
import { type DemoFigures, fillDemo, type Tell } from "./demo.ts";
import { type Host, openHost } from "./host.ts";
import type { Settings } from "./settings.ts";
import { openTown, type Town } from "./town.ts";

/** A host on the product's own bundle, with the simulator beside it where there are no credentials. */
export interface Installation extends Host {
  readonly town: Town | null;
}

const FILLED = "demo.json";

/** What the worker does first: `resume` in its list of messages. */
const GREETING = { kind: "resume", afterRestart: true };

/** `running` says whether a simulator's clock goes on with the real time. */
export async function openInstallation(settings: Settings, running: boolean): Promise<Installation> {
  let town: Town | null = null;
  const host = await openHost({
    settings,
    build,
    greeting: GREETING,
    openStandIn: async (folder, stack) => {
      town = await openTown({ settings, folder, stack, running });
      return town;
    },
  });
  return { ...host, town };
}

/** Fills a demo that is not filled yet and answers what came of it; null where there is nothing to do. */
export async function fillOnce(
  { town, url, folder }: Pick<Installation, "town" | "url" | "folder">,
  tell: Tell,
): Promise<DemoFigures | null> {
  if (town === null || folder.read(FILLED) !== null) return null;
  const figures = await fillDemo(town, url, tell);
  folder.write(FILLED, JSON.stringify(figures));
  return figures;
}
