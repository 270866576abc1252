import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { defaultAccountRules } from "@today/core/account-rule";
import { listMatching } from "@today/db/account-list";
import { readAccountRules } from "@today/db/account-rule";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import { freeAccount, setAccountPerson } from "../operations/set-account-person.ts";
import { setAccountRules } from "../operations/set-account-rules.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { AccountPersonInput, AccountRules, AccountRulesInput, AccountState, Accounts } from "../schema/account.ts";
import { Id } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";

const params = z.object({ id: Id });

const list = createRoute({
  method: "get",
  path: "/api/accounts",
  summary: "Accounts in other systems and whose they are",
  ...bySession,
  request: {
    query: z.object({
      state: AccountState.optional(),
      source: z.string().max(80).optional(),
      q: z.string().trim().max(64).default(""),
      cursor: z.string().max(1000).optional(),
    }),
  },
  responses: { 200: json(Accounts, "50 by user name"), ...refusesSigned("invalid-input", "forbidden") },
});

const setPerson = createRoute({
  method: "put",
  path: "/api/accounts/{id}/person",
  summary: "Say whose an account is",
  ...bySession,
  request: { params, body: { required: true, ...json(AccountPersonInput, "whose", { person: "zhao001" }) } },
  responses: {
    204: { description: "said, now or before" },
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"),
  },
});

const freePerson = createRoute({
  method: "delete",
  path: "/api/accounts/{id}/person",
  summary: "Let the rules say again whose an account is",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "the rules decide, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const showRules = createRoute({
  method: "get",
  path: "/api/account-rules",
  summary: "By what accounts find their people",
  ...bySession,
  responses: { 200: json(AccountRules, "in order"), ...refusesSigned("forbidden") },
});

const setRules = createRoute({
  method: "put",
  path: "/api/account-rules",
  summary: "Say by what accounts find their people",
  ...bySession,
  request: {
    body: {
      required: true,
      ...json(AccountRulesInput, "in order", { version: 0, rules: [{ kind: "email" as const }] }),
    },
  },
  responses: {
    204: { description: "said; all accounts are matched anew" },
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden"] as const),
      ...(["account-rules-malformed", "version-conflict"] as const),
    ),
  },
});

export const account = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "hr", "admin");
    const { state = null, source = null, q, cursor } = c.req.valid("query");
    const page = await listMatching(ctx.db, authorOf(ctx), { state, source, text: q, after: placeOf(cursor) });
    const accounts = page.accounts.map((one) => ({ ...one, people: [...one.people] }));
    return c.json({ accounts, next: cursorOf(page.next), counts: page.counts }, 200);
  })
  .openapi(setPerson, async (c) => {
    await setAccountPerson(c.var.ctx, c.req.valid("param").id, c.req.valid("json").person);
    return c.body(null, 204);
  })
  .openapi(freePerson, async (c) => {
    await freeAccount(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(showRules, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "hr", "admin");
    const { version, rules } = await readAccountRules(ctx.db, ctx.company.id);
    return c.json({ version, rules: [...(rules ?? defaultAccountRules)] }, 200);
  })
  .openapi(setRules, async (c) => {
    await setAccountRules(c.var.ctx, c.req.valid("json"));
    return c.body(null, 204);
  });
