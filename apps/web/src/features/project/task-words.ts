import { targetLinkEn } from "../../message/target-link.en.ts";
import { targetLinkZh } from "../../message/target-link.zh.ts";
import { problemSentence } from "../../message.ts";
import { codeOf } from "../../problem.ts";
import { problemText } from "../../target-problem.ts";
import { useWords, type Words } from "./project-words.ts";

/** The words of a project with those of tasks that are made where its hours go. */
export type TaskWords = Words & typeof targetLinkZh;

/** The words in the reader's language. */
export function useTaskWords(): TaskWords {
  const m = useWords();
  return { ...m, ...(m.lang === "zh" ? targetLinkZh : targetLinkEn) };
}

/** Why a task was not taken. */
export function whyNoTask(m: TaskWords, error: unknown): string {
  const key = `link.refused.${codeOf(error)}`;
  return key in targetLinkZh ? m[key as "link.refused.task-id-reused"] : problemSentence(m, error);
}

/** Why a task was not made, for somebody who cannot mend everything: people and fields are matched by administrators. */
export function taskProblem(m: TaskWords, problem: string): string {
  if (problem === "person-unlinked" || problem === "person-missing") return m["task.why.person"];
  return problem.startsWith("mapping-") ? m["task.why.mapping"] : problemText(m, problem);
}
