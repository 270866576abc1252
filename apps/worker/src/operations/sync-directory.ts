import { keepPersonKeys } from "@today/db/account-match";
import { keepCompany, keepOperator } from "@today/db/company";
import { type DepartmentEntry, keepDepartments, keepPeople, letGoOthers, type PersonEntry } from "@today/db/directory";
import { keepRejected, type Rejected } from "@today/db/rejected-row";
import { insertFirstAdmin } from "@today/db/role-grant";
import { endBatch, type SyncBatch, takeBatch } from "@today/db/sync-run";
import { listAdmins, organisationName, readDirectory } from "@today/dingtalk/directory";
import { keysOfPeople, type PersonKeys } from "../account-keys.ts";
import { authorOf } from "../author.ts";
import { failBatch } from "../batch-failure.ts";
import { commit, enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../person-entry.ts";
import { placeTitles } from "../titles.ts";

interface Directory {
  readonly departments: DepartmentEntry[];
  readonly people: PersonEntry[];
  readonly keys: PersonKeys[];
  readonly rejected: Rejected[];
}

/**
 * Walks DingTalk's whole directory and keeps it in one transaction: who is listed is there, everybody else has left. DingTalk's
 * main administrator becomes the first admin and the one on whose behalf schedules are asked.
 */
export async function syncDirectory(ctx: Context, job: { readonly runId: string }): Promise<void> {
  const batch = await takeBatch<object>(ctx.db, ctx.company.id, { ...job, n: 0 });
  if (batch === null) return;
  try {
    const [directory, { admins }, name] = await Promise.all([
      walk(ctx),
      listAdmins(ctx.dingtalk),
      organisationName(ctx.dingtalk),
    ]);
    const main = (admins.find((admin) => admin.main) ?? admins[0])?.userId ?? null;
    await keep(ctx, batch, { ...directory, main, name });
    await enqueue(ctx, [{ kind: "match-accounts", people: null, after: "" }]);
    if (main !== null) await insertFirstAdmin(ctx.db, { ...authorOf(ctx), person: main });
  } catch (error) {
    await failBatch(ctx, batch, error);
  }
}

async function keep(
  ctx: Context,
  { runId, n }: SyncBatch<object>,
  {
    departments,
    people,
    keys,
    rejected,
    main,
    name,
  }: Directory & { readonly main: string | null; readonly name: string | null },
): Promise<void> {
  const { db, company, now } = ctx;
  const arrival = { companyId: company.id, at: now };
  const listed = people.map(({ id }) => id);
  const end = { companyId: company.id, runId, n, at: now, state: "done", problem: null } as const;
  // A list without anybody, or with somebody unreadable, is no proof that the others have left.
  const complete = listed.length > 0 && rejected.length === 0;
  const titles = await placeTitles(
    ctx,
    people.map(({ title }) => title),
  );
  await commit(ctx, [
    keepCompany(db, { id: company.id, name, zone: company.zone, at: now }),
    ...(main === null ? [] : [keepOperator(db, company.id, main)]),
    ...keepDepartments(db, company.id, departments),
    ...keepPeople(db, arrival, people),
    ...keepPersonKeys(db, company.id, keys),
    ...titles,
    ...(complete ? letGoOthers(db, arrival, listed) : []),
    ...keepRejected(db, arrival, rejected),
    ...endBatch(db, end, { people: people.length, rejected: rejected.length }),
  ]);
}

async function walk({ dingtalk, company }: Context): Promise<Directory> {
  const found: Directory = { departments: [], people: [], keys: [], rejected: [] };
  for await (const page of readDirectory(dingtalk)) {
    found.departments.push(...page.departments.map(({ departmentId: id, parentId, name }) => ({ id, parentId, name })));
    found.people.push(...page.people.map(entryOf));
    found.keys.push(...(await keysOfPeople(company.digest, page.people)));
    found.rejected.push(...page.rejected.map(({ reason, raw }) => ({ source: "directory", reason, raw })));
  }
  return found;
}
