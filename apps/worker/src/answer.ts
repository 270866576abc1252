import { Refusal, type RefusalCode } from "./error.ts";
import { Problem } from "./schema/problem.ts";

/** What a signed route may always answer besides its own. */
const always = ["internal"] as const satisfies readonly RefusalCode[];
const signed = ["session-missing", "session-invalid"] as const satisfies readonly RefusalCode[];

/** A JSON answer or body in the OpenAPI document: `{ 200: json(Session, "who I am") }`. */
export function json<Schema, const Example>(schema: Schema, description: string, example?: Example) {
  const media = example === undefined ? { schema } : { schema, example };
  return { description, content: { "application/json": media } };
}

/** The refusals of an open route, by status; spread beside the good answers. */
export function refuses(...codes: readonly RefusalCode[]): object {
  const refusals = [...new Set([...codes, ...always])].map((code) => new Refusal(code));
  const statuses = [...new Set(refusals.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const same = refusals.filter((refusal) => refusal.status === status);
      const examples = Object.fromEntries(same.map((refusal) => [refusal.code, { value: problemOf(refusal) }]));
      const content = { "application/problem+json": { schema: Problem, examples } };
      return [status, { description: same.map(({ code }) => code).join(", "), content }];
    }),
  );
}

/** The refusals of a route that wants somebody signed in. */
export function refusesSigned(...codes: readonly RefusalCode[]): object {
  return refuses(...signed, ...codes);
}

/** A refusal as RFC 9457 problem details. */
export function problemOf({ code, title, status, particulars }: Refusal) {
  return { type: `urn:today:problem:${code}`, title, status, code, ...particulars };
}
