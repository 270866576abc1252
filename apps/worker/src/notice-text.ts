import { formatClockTime } from "@today/core/time/clock-time";
import { minuteOf, workDateOf } from "@today/core/time/zone";
import type { Notice } from "@today/db/notice";

/** What a 工作通知 says; it is sent in Chinese, as DingTalk's own are. */
export interface NoticeText {
  readonly title: string;
  readonly text: string;
}

/** The words of a notice, dates and hours in them and never a reason: `赵磊 请假 9月18日 13:30–18:00，共 4.5 小时…`. */
export function noticeText(notice: Notice, zone: string): NoticeText {
  const { kind, body } = notice;
  const project = `「${notice.project?.name ?? ""}」`;
  const who = notice.about?.name ?? "";
  const when = () => spanText(Number(body.from), Number(body.to), zone);
  const hours = typeof body.minutes === "number" ? `，共 ${hoursText(body.minutes)} 小时` : "";
  const level = Number(body.level);
  switch (kind) {
    case "leave":
      return { title: "请假提醒", text: `${who} 请假 ${when()}${hours}，会占用${project}的工时，请提前安排。` };
    case "leave-changed":
      return { title: "请假有变", text: `${who} 的请假改为 ${when()}${hours}，会占用${project}的工时，请重新安排。` };
    case "leave-withdrawn":
      return { title: "请假已取消", text: `${who} 原定 ${when()} 的请假已取消，${project}可照常安排。` };
    case "overtime": {
      const whose = notice.about?.id === notice.personId ? "你" : `${who} `;
      const month = Number(String(body.month).slice(5));
      return {
        title: "加班提醒",
        text: `${whose}${month}月加班已到 ${hoursText(level)} 小时（每月上限 36 小时），请注意休息。`,
      };
    }
    case "budget-hours":
      return { title: "工时预算", text: `${project}的工时预算已用到 ${level}%。` };
    case "budget-money":
      return { title: "费用预算", text: `${project}的人工费用预算已用到 ${level}%。` };
    case "calendar":
      return { title: "节假日", text: "下一年的节假日安排还没有录入。" };
  }
}

/** `9月18日 13:30–18:00`, `9月21日–22日`, `9月30日 13:30–10月8日 12:00`; whole days bear no clock times. */
function spanText(from: number, to: number, zone: string): string {
  const [first, last] = [workDateOf(from, zone), workDateOf(to - 1, zone)];
  const [start, end] = [minuteOf(from, first, zone), minuteOf(to, last, zone)];
  const isWhole = start === 0 && end >= 1439;
  const clock = (minute: number) => (isWhole ? "" : ` ${formatClockTime(minute)}`);
  if (first === last) return isWhole ? dayText(first) : `${dayText(first)}${clock(start)}–${formatClockTime(end)}`;
  const until = first.slice(0, 7) === last.slice(0, 7) && isWhole ? `${Number(last.slice(8))}日` : dayText(last);
  return `${dayText(first)}${clock(start)}–${until}${clock(end)}`;
}

function dayText(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

function hoursText(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}
