import { keepCompany } from "@today/db/company";
import { keepPeople } from "@today/db/directory";
import { findSignedIn, rolesOf, type SignedIn } from "@today/db/person";
import { insertFirstAdmin } from "@today/db/role-grant";
import type { SignedInPerson } from "@today/dingtalk/sign-in";
import { authorOf, todayOf } from "./author.ts";
import { sleep } from "./clock.ts";
import { actingAs, type Context } from "./context.ts";
import { Refusal } from "./error.ts";

const mainAdministrator = 1;
const patienceMs = 8000;

/** Somebody who came in, and the world with them in it. */
export interface Entered {
  readonly ctx: Context;
  readonly me: SignedIn;
}

/** Lets in somebody whom DingTalk has just shown to be of this company. Its main administrator becomes the first admin. */
export async function admit(ctx: Context, known: SignedInPerson): Promise<Entered> {
  const claim = { company: ctx.company.id, person: known.userId, issuedAt: ctx.now };
  if ((await findSignedIn(ctx.db, claim)) === null) await welcome(ctx, known);
  const employee = actingAs(ctx, { id: known.userId, roles: ["employee"], channel: "dingtalk" });
  if (known.sysLevel === mainAdministrator) await insertFirstAdmin(ctx.db, authorOf(employee));
  const me = await findSignedIn(ctx.db, claim);
  if (me === null) throw new Refusal("code-invalid");
  return { me, ctx: actingAs(ctx, { id: me.id, roles: rolesOf(me, todayOf(ctx)), channel: "app" }) };
}

/** A page is waiting: what a job would try again for half a minute is given up sooner, as `dingtalk-unavailable`. */
export function inTime<T>(asked: Promise<T>): Promise<T> {
  const runOut = async (): Promise<never> => {
    await sleep(patienceMs);
    throw new Refusal("dingtalk-unavailable");
  };
  return Promise.race([asked, runOut()]);
}

/** Somebody DingTalk knows and we do not yet: the directory brings the rest. */
async function welcome({ db, company, now }: Context, { userId, unionId, name }: SignedInPerson): Promise<void> {
  const person = { id: userId, unionId, name: name || userId, jobNumber: null, title: null, departmentIds: [] };
  await db.batch([
    keepCompany(db, { id: company.id, name: null, zone: company.zone, at: now }),
    ...keepPeople(db, { companyId: company.id, at: now }, [person]),
  ]);
}
