import { describe, expect, it } from "vitest";
import type { Session } from "../connector.ts";
import { walk } from "../page.ts";
import { openDoor, sessionOf } from "../testing-town.ts";
import { jiraCloud } from "./cloud.ts";
import { jiraDataCenter } from "./data-center.ts";
import { openCloud, openDataCenter } from "./testing-jira.ts";

const kinds = [
  { connector: jiraCloud, open: openCloud, other: jiraDataCenter },
  { connector: jiraDataCenter, open: openDataCenter, other: jiraCloud },
] as const;

describe.each(kinds)("reading $connector.kind", ({ connector, open, other }) => {
  const start = () => {
    const town = open();
    const door = openDoor(town);
    return { town, door, session: sessionOf(connector, town.settings, door.fetch) };
  };

  it("finds nothing wrong with an account that may do everything", async () => {
    expect(await start().session.check()).toMatchObject({ account: { name: "Today" }, problems: [] });
  });

  it("names what the account may not do and that time is not tracked", async () => {
    const { town, session } = start();
    for (const right of ["WORK_ON_ISSUES", "USER_PICKER", "EDIT_OWN_WORKLOGS"]) town.world.rights.delete(right);
    town.world.tracksTime = false;
    const { problems } = await session.check();
    expect(problems.toSorted()).toEqual([
      "may-not-change-hours",
      "may-not-log-hours",
      "people-hidden",
      "time-tracking-off",
    ]);
  });

  it("says so when it is the other kind of Jira", async () => {
    const { town } = start();
    const wrong = sessionOf(other, { ...town.settings, email: "sync@example.com", cloudId: "" }, town.fetch);
    await expect(wrong.check()).rejects.toMatchObject({ kind: "invalid", code: "wrong-kind", field: "address" });
  });

  it("reads every task that changed since, whatever zone the account lives in", async () => {
    const { town, session } = start();
    for (const hours of [0, 3, 20, 47, 118]) {
      const since = Date.parse("2026-09-15T02:00:00Z") - hours * 3_600_000;
      const changed = town.world.issues.filter((one) => one.updated >= since).map((one) => one.id);
      const ids = await tasksOf(session, since);
      expect(ids).toEqual(expect.arrayContaining(changed));
      expect(ids.length).toBeLessThanOrEqual(changed.length + 27);
    }
  });

  it("a task that one may not see is left out, and a project that is not there is an error", async () => {
    const { town, session } = start();
    Object.assign(town.world.issues[3] ?? {}, { isHidden: true });
    expect(await tasksOf(session, null)).toHaveLength(town.tasks - 1);
    for (const id of ["99999", "1 OR project = 10000", ""]) {
      await expect(session.listTasks?.(id, { since: null, cursor: null })).rejects.toMatchObject({
        kind: expect.stringMatching(/not-found|invalid/),
      });
    }
  });

  it("knows people by mail where they show it, and says when it may see nobody", async () => {
    const { town, session } = start();
    for (const projectId of ["10000", null]) {
      const { items } = (await session.listMembers?.(projectId, null)) ?? { items: [] };
      expect(items).toContainEqual(
        expect.objectContaining({
          id: town.person,
          name: "陈静",
          keys: [{ kind: "email", value: "chen@example.com" }],
        }),
      );
      expect(items).toContainEqual(expect.objectContaining({ name: "Today", keys: [] }));
    }
    town.world.rights.delete("USER_PICKER");
    await expect(session.listMembers?.("10000", null)).rejects.toMatchObject({ kind: "permission" });
  });

  it("a project without tasks is an empty list", async () => {
    expect(await start().session.listTasks?.("10001", { since: null, cursor: null })).toEqual({
      items: [],
      next: null,
    });
  });
});

describe("reading Jira Cloud", () => {
  it("leaves out apps, and tells no login", async () => {
    const town = openCloud();
    const page = await sessionOf(jiraCloud, town.settings, town.fetch).listMembers?.("10000", null);
    expect(page?.items.map(({ name, login }) => [name, login])).toEqual([
      ["Today", null],
      ["陈静", null],
    ]);
  });

  it("a token that comes back is no endless list", async () => {
    const town = openCloud();
    const session = sessionOf(jiraCloud, town.settings, async (request) =>
      request.url.endsWith("/search/jql")
        ? Response.json({ issues: [], nextPageToken: "page-50" })
        : town.fetch(request),
    );
    const page = session.listTasks?.("10000", { since: null, cursor: "page-50" });
    await expect(page).rejects.toMatchObject({ kind: "unreadable", code: "endless-list" });
    await expect(tasksOf(session, null)).rejects.toMatchObject({ kind: "unreadable", code: "endless-list" });
  });

  it("a token with scopes goes to the address for such", async () => {
    const town = openCloud();
    const door = openDoor(town);
    const cloudId = "1324a887-45db-1bf4-1e99-ef0ff456d421";
    const session = sessionOf(jiraCloud, { ...town.settings, cloudId }, door.fetch);
    await session.check();
    expect(await tasksOf(session, null)).toHaveLength(town.tasks);
    for (const { url } of door.seen) expect(url).toMatch(`https://api.atlassian.com/ex/jira/${cloudId}/rest/api/`);
  });

  it("an e-mail or Cloud ID that can be none is refused by its name", () => {
    const town = openCloud();
    for (const [field, value] of [
      ["email", "sync"],
      ["email", "a:b@example.com"],
      ["cloudId", "../x"],
    ] as const) {
      const opening = () => sessionOf(jiraCloud, { ...town.settings, [field]: value }, town.fetch);
      expect(opening).toThrow(expect.objectContaining({ kind: "invalid", code: "setting-malformed", field }));
    }
  });
});

async function tasksOf(session: Session, since: number | null): Promise<string[]> {
  const ids: string[] = [];
  const none = Promise.resolve({ items: [], next: null });
  for await (const { id } of walk((cursor) => session.listTasks?.("10000", { since, cursor }) ?? none)) ids.push(id);
  return ids;
}
