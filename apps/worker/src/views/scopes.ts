import { readCallEvidence } from "@today/db/call-evidence";
import { scopes } from "@today/dingtalk/scope";
import { scopeSeen } from "../connection/evidence.ts";
import type { Context } from "../context.ts";
import type { Scopes } from "../contract.ts";

/** The permissions that the product uses, with what the last calls behind each showed; nothing is asked of DingTalk. */
export async function readScopes({ db, company }: Context): Promise<Scopes> {
  const calls = await readCallEvidence(db, company.id);
  return {
    scopes: scopes.map(({ name, need, why, sends }) => {
      const seen = scopeSeen(name, calls)?.state;
      const state = seen === undefined ? "unseen" : seen === "ok" ? "ok" : "missing";
      return { name, need, why: { ...why }, sends: sends.length > 0, state };
    }),
  };
}
