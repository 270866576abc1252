import { keepCompany } from "@today/db/company";
import { markStep } from "@today/db/connection-check";
import { keepPeople } from "@today/db/directory";
import { findSignedIn, rolesOf, type SignedIn } from "@today/db/person";
import { insertFirstAdmin } from "@today/db/role-grant";
import { personOfCode, type SignedInPerson } from "@today/dingtalk/sign-in";
import { authorOf, todayOf } from "../author.ts";
import { sleep } from "../clock.ts";
import { actingAs, type Context } from "../context.ts";
import { Refusal } from "../error.ts";

const mainAdministrator = 1;
const patienceMs = 8000;

/** Somebody who came in, and the world with them in it. */
export interface Entered {
  readonly ctx: Context;
  readonly me: SignedIn;
}

/** Whom a DingTalk login code stands for, and the world with them in it. DingTalk's main administrator becomes the first admin. */
export async function signIn(ctx: Context, code: string): Promise<Entered> {
  const entered = await admit(ctx, await inTime(personOfCode(ctx.dingtalk, code)));
  await markOpened(ctx, entered.me);
  return entered;
}

/** Lets in somebody whom DingTalk has just shown to be of this company. */
export async function admit(ctx: Context, known: SignedInPerson): Promise<Entered> {
  const claim = { company: ctx.company.id, person: known.userId, issuedAt: ctx.now };
  if ((await findSignedIn(ctx.db, claim)) === null) await welcome(ctx, known);
  const employee = actingAs(ctx, { id: known.userId, roles: ["employee"], channel: "dingtalk" });
  if (known.sysLevel === mainAdministrator) await insertFirstAdmin(ctx.db, authorOf(employee));
  const me = await findSignedIn(ctx.db, claim);
  if (me === null) throw new Refusal("code-invalid");
  return { me, ctx: actingAs(ctx, { id: me.id, roles: rolesOf(me, todayOf(ctx)), channel: "app" }) };
}

/** Shows that the home address is right, and with somebody who is no administrator that the application was released. */
async function markOpened({ db, company, now }: Context, { grants }: SignedIn): Promise<void> {
  const at = { companyId: company.id, at: now };
  const home = markStep(db, at, "home", { code: "opened" });
  await db.batch(grants.includes("admin") ? [home] : [home, markStep(db, at, "release", { code: "colleague" })]);
}

/** A page is waiting: what a job would try again for half a minute is given up sooner. */
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
