import type { Abilities } from "@today/connectors/ability";
import type { Connector } from "@today/connectors/connector";
import type { StoredTarget } from "@today/db/target";
import type { Context } from "../context.ts";
import { abilitiesOf } from "../targets/abilities.ts";
import type { Checked } from "../targets/checking.ts";
import { problemOf } from "../targets/problem.ts";
import { isoOf } from "./instant.ts";

/** A target as an admin sees it. */
export function targetView(target: StoredTarget, { company, now }: Pick<Context, "company" | "now">) {
  const { id, kind, name, settings, secrets, state, approvedOnly, pace, rounding, states, startsOn, todo } = target;
  const at = (instant: number | null) => (instant === null ? null : isoOf(instant, company.zone));
  return {
    ...{ id, kind, name, settings, secrets: [...secrets], approvedOnly, pace, rounding, states, startsOn, todo },
    state: state === "on" ? ("on" as const) : ("paused" as const),
    account: target.account?.name ?? null,
    abilities: abilitiesView(abilitiesOf(target)),
    checkedAt: at(target.checkedAt),
    problem: target.problem,
    problemAt: at(target.problemAt),
    quietUntil: target.quietUntil > now ? at(target.quietUntil) : null,
    readAt: at(target.readAt),
    pushedAt: at(target.pushedAt),
    version: target.version,
    createdAt: isoOf(target.createdAt, company.zone),
  };
}

/** A product that can be connected. */
export function connectorView({ kind, title, form, abilities, rules }: Connector) {
  const fields = form.map(({ choices = [], ...field }) => ({ ...field, choices: [...choices] }));
  const { stepMinutes, needsTask, backDateDays } = rules;
  return { kind, title, form: fields, abilities: abilitiesView(abilities), stepMinutes, needsTask, backDateDays };
}

/** What a check told. */
export function checkView(checked: Checked) {
  if (checked.works) {
    const { account, problems, offers } = checked.check;
    const lists = Object.entries(offers).map(([name, choices]) => [name, [...choices]]);
    const told = { account: account.name, problems: [...problems], offers: Object.fromEntries(lists) };
    return { works: true, ...told, problem: null, field: null };
  }
  const { error } = checked;
  return { works: false, account: null, problems: [], offers: {}, problem: problemOf(error), field: error.field };
}

function abilitiesView(abilities: Abilities) {
  return { ...abilities, worklogs: { ...abilities.worklogs } };
}
