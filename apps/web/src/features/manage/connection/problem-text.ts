import type { Connection, ConnectionStep } from "../../../api.ts";
import type { Language } from "../../../format.ts";
import { connectionProblemEn, stepProblemEn } from "../../../message/connection-problem.en.ts";
import { connectionProblemZh, stepProblemZh } from "../../../message/connection-problem.zh.ts";
import type { Words } from "./words.ts";

type ProblemCode = keyof typeof connectionProblemZh;

/** What is wrong with a step, and what to do about it; a code that nobody foresaw is said to be our fault. */
export function causeAndAct(step: string, code: string, lang: Language): readonly [cause: string, act: string] {
  const [problems, ofStep] =
    lang === "zh" ? [connectionProblemZh, stepProblemZh] : [connectionProblemEn, stepProblemEn];
  return ofStep[`${step}.${code}`] ?? (code in problems ? problems[code as ProblemCode] : problems.internal);
}

/** The sentence of a step's problem with DingTalk's own code in it: `钉钉不认这个地址（60020），加进去保存就好`. */
export function problemText(m: Words, { id, problem }: Pick<ConnectionStep, "id" | "problem">): string | null {
  if (problem === null) return null;
  const [cause, act] = causeAndAct(id, problem.code, m.lang);
  return m["connection.said"](cause, shortCode(problem.dingtalkCode), act);
}

/** The step that must be mended before another one can be judged; null where it stands for itself. */
export function waitedFor(step: ConnectionStep, { steps }: Connection): ConnectionStep | null {
  if (step.state !== "not-reached" || step.problem === null) return null;
  return steps.find((other) => other.state === "broken" && other.problem?.code === step.problem?.code) ?? null;
}

/** The problems that no step tells already. */
export function untold({ problems, steps }: Pick<Connection, "problems" | "steps">): Connection["problems"] {
  return problems.filter(
    ({ code, missing }) =>
      !steps.some(
        ({ state, problem }) =>
          state === "broken" && problem?.code === code && missing.every((scope) => problem.missing.includes(scope)),
      ),
  );
}

/** DingTalk's code as it can stand in a sentence: `60020`, `IpNotInWhiteList`; nothing for a word of ours. */
export function shortCode(code: string | null): string {
  if (code === null || /^[a-z-]+$/.test(code)) return "";
  // Codes of the new host are whole sentences: their last word tells it.
  return code.split(".").at(-1) ?? code;
}
