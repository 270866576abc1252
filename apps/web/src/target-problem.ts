import type { Language } from "./format.ts";
import { targetProblemEn } from "./message/target-problem.en.ts";
import { type TargetProblem, targetProblemZh } from "./message/target-problem.zh.ts";
/** What a code of the worker says in a sentence with what to do: of a target, a run, a worklog (`problem` or `held`) or a field. */
export function problemText({ lang }: { readonly lang: Language }, code: string): string {
  // What is read back and what a mapping finds are told by what is wrong inside.
  const plain = code.replace(/^(read-back|mapping)-/, "");
  const known = isKnown(plain) ? plain : (endings.find(([end]) => plain.endsWith(end))?.[1] ?? "other");
  return (lang === "zh" ? targetProblemZh : targetProblemEn)[known];
}

const endings: readonly (readonly [string, TargetProblem])[] = [
  ["-unknown", "not-found"],
  ["-missing", "field-required"],
];

function isKnown(code: string): code is TargetProblem {
  return code in targetProblemZh;
}
