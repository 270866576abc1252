import fc from "fast-check";
import { expect, it } from "vitest";
import type { Fetch, Session } from "./connector.ts";
import { ConnectorError } from "./error.ts";
import { walk } from "./page.ts";
import { type Spoiling, spoiling, spoilt } from "./testing-odd-payload.ts";
import { type Candidate, draftOf, factOf, sessionOf, type Town } from "./testing-town.ts";

const runs = 200;
const timeoutMs = 60_000;

type Use = (session: Session, town: Town) => Promise<unknown>;

/** Every use of a session, from start to end. */
const uses: readonly (readonly [string, Use])[] = [
  ["a check", (session) => session.check()],
  ["projects", async ({ listProjects }) => listProjects && drain(listProjects)],
  [
    "tasks",
    async ({ listTasks }, { task }) =>
      listTasks && drain((cursor) => listTasks(task.projectId, { since: null, cursor })),
  ],
  [
    "members",
    async ({ listMembers }, { task }) => listMembers && drain((cursor) => listMembers(task.projectId, cursor)),
  ],
  ["hours", writeHours],
  ["a list of hours", listHours],
  ["states", writeStates],
  ["a new task", writeTask],
];

/** Answers with something wrong somewhere. */
export function provesOdd({ connector, open }: Candidate) {
  it.each(uses)(
    "%s of odd answers are read, or refused in this room's own words",
    async (_, use) => {
      await fc.assert(
        fc.asyncProperty(spoiling, async (one) => {
          const town = open();
          const session = sessionOf(connector, town.settings, spoiltFetch(town, one));
          await use(session, town).catch((error: unknown) => expect(error).toBeInstanceOf(ConnectorError));
        }),
        { numRuns: runs },
      );
    },
    timeoutMs,
  );

  if (connector.abilities.worklogs.support === "none") return;
  it(
    "an odd answer never makes hours stand twice",
    async () => {
      await fc.assert(
        fc.asyncProperty(spoiling, async (one) => {
          const town = open();
          const fact = await factOf(town);
          const odd = sessionOf(connector, town.settings, spoiltFetch(town, one)).worklogs;
          await odd?.create(fact);
          const sound = sessionOf(connector, town.settings, town.fetch).worklogs;
          if ((await sound?.find(fact))?.length === 0) await sound?.create(fact);
          expect(town.held()).toMatchObject([{ minutes: fact.minutes }]);
        }),
        { numRuns: runs },
      );
    },
    timeoutMs,
  );
}

function spoiltFetch(town: Town, one: Spoiling): Fetch {
  let calls = 0;
  return async (request) => {
    const response = await town.fetch(request);
    if (calls++ !== one.call) return response;
    const text = await response.text();
    if (text === "") return new Response(null, { status: response.status, headers: response.headers });
    return Response.json(spoilt(parsed(text), one), { status: response.status });
  };
}

async function drain<T>(read: Parameters<typeof walk<T>>[0]): Promise<void> {
  let rows = 0;
  for await (const row of walk(read)) if (row !== null) rows += 1;
  expect(rows).toBeLessThan(10_000);
}

async function writeHours({ worklogs }: Session, town: Town) {
  const fact = await factOf(town);
  const ended = await worklogs?.create(fact);
  await worklogs?.find(fact);
  if (ended?.kind !== "applied") return;
  await worklogs?.change?.(ended.ref, fact);
  await worklogs?.remove?.(ended.ref);
}

async function listHours({ worklogs }: Session, town: Town) {
  const list = worklogs?.list;
  const range = { from: "2026-09-01", to: "2026-09-30" };
  await worklogs?.create(await factOf(town));
  if (list !== undefined) await drain((cursor) => list(town.task, range, cursor));
}

async function writeStates({ status }: Session, { task }: Town) {
  const [, other] = (await status?.choices(task)) ?? [];
  if (other !== undefined) await status?.set(task, other.id);
}

async function writeTask({ tasks }: Session, town: Town) {
  const draft = await draftOf(town);
  await tasks?.create(draft);
  await tasks?.find(draft);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
