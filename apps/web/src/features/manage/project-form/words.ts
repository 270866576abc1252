import { projectFormEn } from "../../../message/project-form.en.ts";
import { projectFormZh } from "../../../message/project-form.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 审批建项目. */
export type Words = Message & typeof projectFormZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? projectFormZh : projectFormEn) };
}

/** Why a form could not be read or saved. */
export function whyNot(m: Words, error: unknown): string {
  const code = codeOf(error);
  if (code === "not-found" || code === "version-conflict") return m[`projectForm.problem.${code}`];
  return problemSentence(m, error);
}

/** Why nothing could be done with an approval. */
export function whyNotActed(m: Words, error: unknown): string {
  return codeOf(error) === "not-found" ? m["projectForm.problem.act-gone"] : problemSentence(m, error);
}
