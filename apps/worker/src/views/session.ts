import { readCompany } from "@today/db/company";
import type { Employee } from "@today/db/person";
import type { Context } from "../context.ts";
import type { Session } from "../contract.ts";
import { noticeState } from "./privacy.ts";

/** Who somebody is and may be, with the company around them. */
export async function readSession(ctx: Context, me: Employee): Promise<Session> {
  const { db, company, actor } = ctx;
  const known = await readCompany(db, company.id);
  return {
    person: { id: me.id, name: me.name, roles: [...actor.roles] },
    company: { id: company.id, name: known?.name ?? company.id, zone: company.zone },
    defaultProject: me.defaultProject,
    notice: await noticeState(ctx),
  };
}
