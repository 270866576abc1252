import { reportEn } from "./message/report.en.ts";
import { reportZh } from "./message/report.zh.ts";
import { type Message, useMessage } from "./message.ts";

/** The app's messages with those of reports, `m["report.export"]`, for the parts that 项目 and 成本 share. */
export function useReportWords(): Message & typeof reportZh {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? reportZh : reportEn) };
}
