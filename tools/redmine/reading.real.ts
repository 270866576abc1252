import { expect, it } from "vitest";
import { type Page, walk } from "../../packages/connectors/src/page.ts";
import { company, sessionOf } from "./testing-company.ts";

async function all<T>(read: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of walk(read)) found.push(one);
  return found;
}

it("a check knows the account, finds nothing wrong but names without mails, and offers the activities", async () => {
  const { account, problems, offers } = await sessionOf("pusher").session.check();
  expect({ id: account.id, problems }).toEqual({ id: company.people.pusher, problems: ["people-by-name-only"] });
  expect(offers.activity?.length).toBeGreaterThan(1);
});

it("a check with an administrator's key has no problems and offers the marker field", async () => {
  const { problems, offers } = await sessionOf("admin", { markerField: company.markerField }).session.check();
  expect(problems).toEqual([]);
  expect(offers.markerField?.map((one) => one.value)).toEqual([company.markerField]);
});

it("the projects of the pushing account are open and take hours; somebody in none sees none", async () => {
  const projects = await all(sessionOf("pusher").listProjects);
  expect(projects.map((one) => one.id).sort()).toEqual(company.projects.map((one) => one.id).sort());
  expect(projects.every((one) => one.takesHours)).toBe(true);
  expect(await all(sessionOf("outsider").listProjects)).toEqual([]);
});

it("issues come page by page, more than two of them, each once", async () => {
  const [project] = company.projects;
  const { listTasks } = sessionOf("pusher");
  const first = await listTasks(project?.id ?? "", { since: null, cursor: null });
  expect(first.items).toHaveLength(100);
  const tasks = await all((cursor) => listTasks(project?.id ?? "", { since: null, cursor }));
  expect(tasks.map((one) => one.id)).toEqual(project?.issues);
  expect(tasks[0]).toMatchObject({ title: "工序1", closed: false, projectId: project?.id });
});

it("issues changed since now are none, since an hour ago all", async () => {
  const project = company.projects[1];
  const { listTasks } = sessionOf("pusher");
  const since = (ms: number) =>
    all((cursor) => listTasks(project?.id ?? "", { since: Date.now() + ms, cursor })).then((tasks) => tasks.length);
  expect(await since(3_600_000)).toBe(0);
  expect(await since(-3_600_000)).toBe(project?.issues.length);
});

it("an administrator's key reads the members with their mails, another key their names", async () => {
  const id = company.projects[0]?.id ?? "";
  const admin = await all((cursor) => sessionOf("admin").listMembers(id, cursor));
  for (const { id, mail } of company.members) {
    expect(admin.find((one) => one.id === id)?.keys).toEqual([{ kind: "email", value: mail }]);
  }
  const plain = await all((cursor) => sessionOf("pusher").listMembers(id, cursor));
  expect(plain.map((one) => one.id).sort()).toEqual(admin.map((one) => one.id).sort());
  expect(plain.find((one) => one.id === company.members[0]?.id)).toMatchObject({ name: "成员1 陈", keys: [] });
  expect(admin.find((one) => one.id === company.people.locked)).toMatchObject({ active: false });
});

it("a status goes through the workflow and back, what it forbids is refused", async () => {
  const { status } = sessionOf("pusher");
  const task = { projectId: company.projects[2]?.id ?? "", taskId: company.projects[2]?.issues[0] ?? null };
  const [now, other] = await status.choices(task);
  expect(await status.set(task, other?.id ?? "")).toMatchObject({ kind: "applied" });
  expect((await status.choices(task))[0]).toEqual(other);
  expect(await status.set(task, now?.id ?? "")).toMatchObject({ kind: expect.stringMatching(/applied|failed/) });
  expect(await status.set(task, "4711")).toMatchObject({ kind: "failed", error: { kind: "permission" } });
});
