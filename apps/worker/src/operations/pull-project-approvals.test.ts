import { listProjectApprovals } from "@today/db/project-approval";
import { writeProjectForm } from "@today/db/project-form";
import { expect, test } from "vitest";
import { openTown, type Town } from "../testing-town.ts";
import { actOnProjectApproval } from "./act-on-project-approval.ts";

const processCode = "PROC-SIMULATOR-PROJECT";
const fields = {
  ...{ name: "TextField_P101", code: "TextField_P102", owner: "InnerContactField_P104" },
  ...{ dates: "DDDateRangeField_P105", money: "MoneyField_P106" },
};
const values = {
  ...{ 项目名称: "滨江区综合管廊三期", 项目编号: "GL3A", 项目经理: ["wang003"] },
  ...{ 工期: '["2026-10-01","2027-03-31"]', "合同金额（元）": "4200000" },
};

/** A town whose admin has said that 立项申请 makes projects. */
async function openReady(): Promise<Town> {
  const town = await openTown();
  const { db, companyId } = town;
  await db.batch([
    db.prepare("insert into role_grant values (?1, 'admin012', 'admin') on conflict do nothing", companyId),
  ]);
  await writeProjectForm(db, authorOf(town), { processCode, title: "立项申请", fields, active: true, version: 0 });
  return town;
}

function authorOf({ companyId, simulator }: Town) {
  return { company: companyId, person: "admin012", today: "2026-09-17", at: simulator.now(), channel: "app" };
}

async function ask(town: Town, path: string, over: object = {}): Promise<string> {
  const body = JSON.stringify({ kind: "custom", userId: "li002", processCode, values: { ...values, ...over } });
  const request = new Request(`http://simulator/_simulator/${path}`, { method: "POST", body });
  const answer = await (await town.simulator.fetch(request)).json<{ approval: { id: string } }>();
  return answer.approval.id;
}

function projectsOf({ db, companyId }: Town): Promise<Record<string, unknown>[]> {
  return db.all(
    `select p.code, p.name, p.short_name, p.mark, p.closed_on, b.fen, b.ends_on,
       (select group_concat(m.person_id) from project_member m where m.company_id = ?1 and m.project_id = p.id) as people
     from project p left join budget b on b.company_id = ?1 and b.project_id = p.id where p.company_id = ?1`,
    companyId,
  );
}

async function standOf(town: Town): Promise<unknown[]> {
  const found = await listProjectApprovals(town.db, authorOf(town), { state: "all", limit: 9 });
  return found.map(({ state, misfits }) => [
    state,
    misfits.map(({ label, said, reason }) => `${label}: ${said}: ${reason}`),
  ]);
}

const made = {
  ...{ code: "GL3A", name: "滨江区综合管廊三期", short_name: "滨江区综合管廊三", mark: "滨", closed_on: null },
  ...{ fen: 420_000_000, ends_on: "2027-03-31", people: "wang003" },
};

const look = async (town: Town) => town.run({ kind: "project-approvals" });
const nextNight = async (town: Town) => {
  await town.simulator.advanceTo(town.simulator.now() + 86_400_000);
  await look(town);
};

test("an agreed approval makes its project once, with the budget's owner as manager", async () => {
  const town = await openReady();
  await ask(town, "approvals");
  await look(town);
  expect(await projectsOf(town)).toEqual([]);
  expect(await standOf(town)).toEqual([["running", []]]);
  const [{ id } = { id: "" }] = await town.db.all<{ id: string }>(
    "select id from project_approval where company_id = ?1",
    town.companyId,
  );
  await town.control(`approvals/${id}/approve`, {});
  await nextNight(town);
  await nextNight(town);
  expect(await projectsOf(town)).toEqual([made]);
  expect(await standOf(town)).toEqual([["made", []]]);
});

test("the push of its end makes the project at once, twice or not", async () => {
  const town = await openReady();
  await town.listen({ approvalEvents: true, duplicateEvents: true });
  const id = await ask(town, "approvals");
  await town.drain();
  await town.control(`approvals/${id}/approve`, {});
  await town.drain();
  expect(await projectsOf(town)).toEqual([made]);
  await nextNight(town);
  expect(await projectsOf(town)).toEqual([made]);
});

test("a refused one makes nothing", async () => {
  const town = await openReady();
  const id = await ask(town, "approvals");
  await town.control(`approvals/${id}/refuse`, {});
  await look(town);
  expect(await projectsOf(town)).toEqual([]);
  expect(await standOf(town)).toEqual([["ended", []]]);
});

test("one that is cancelled later archives its project and deletes nothing", async () => {
  const town = await openReady();
  await town.listen({ approvalEvents: true });
  const id = await ask(town, "approvals");
  await town.control(`approvals/${id}/approve`, {});
  await town.drain();
  await ask(town, `approvals/${id}/revoke`, { decide: "agree" });
  const { approvals } = await (
    await town.simulator.fetch(new Request("http://simulator/_simulator/approvals?kind=custom"))
  ).json<{ approvals: { id: string; status: string }[] }>();
  for (const one of approvals.filter(({ status }) => status === "RUNNING"))
    await town.control(`approvals/${one.id}/approve`, {});
  await town.drain();
  expect(await projectsOf(town)).toEqual([{ ...made, closed_on: "2026-09-17" }]);
  expect(await standOf(town)).toEqual([["archived", []]]);
});

test("what does not fit is listed in the form's own words, and once it is mended the project is made", async () => {
  const town = await openReady();
  const { db, companyId } = town;
  await db.batch([
    db.prepare(
      `insert into project (company_id, id, code, name, short_name, mark, color, created_at)
       values (?1, 'old', 'GL3A', '旧项目', '旧', '旧', 1, 0)`,
      companyId,
    ),
  ]);
  const id = await ask(town, "approvals", { "合同金额（元）": "面议" });
  await town.control(`approvals/${id}/approve`, {});
  await look(town);
  expect(await standOf(town)).toEqual([["misfit", ["合同金额（元）: 面议: no-money", "项目编号: GL3A: code-taken"]]]);
  await db.batch([db.prepare("update project set code = 'ALT' where company_id = ?1 and id = 'old'", companyId)]);
  await actOnProjectApproval(await town.context(), { id, act: "retry" });
  expect(await projectsOf(town)).toMatchObject([{ ...made, fen: null }, { code: "ALT" }]);
  expect(await standOf(town)).toEqual([["made", ["合同金额（元）: 面议: no-money"]]]);
});

test("what is put aside stays aside", async () => {
  const town = await openReady();
  const id = await ask(town, "approvals", { 项目经理: undefined });
  await town.control(`approvals/${id}/approve`, {});
  await look(town);
  const ctx = await town.context();
  await actOnProjectApproval(
    { ...ctx, actor: { id: "admin012", roles: ["admin"], channel: "app" } },
    { id, act: "dismiss" },
  );
  await nextNight(town);
  expect(await projectsOf(town)).toEqual([]);
  expect(await standOf(town)).toMatchObject([["dismissed", ["项目经理: : missing"]]]);
});
