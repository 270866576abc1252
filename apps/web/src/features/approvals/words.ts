import { approvalsEn } from "../../message/approvals.en.ts";
import { approvalsZh } from "../../message/approvals.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with those of 审批, `m["approvals.done"]`; they come with this page, in both languages. */
export type Words = Message & typeof approvalsZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? approvalsZh : approvalsEn) };
}
