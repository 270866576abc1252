import { useNotices } from "../../alerts.ts";
import type { NoticeView } from "../../api.ts";
import { duration, shortDate } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { Icon } from "../../ui/icon.tsx";

const most = 3;

/** Who of a manager's people will be on leave, or no longer will: when, for how long, and on which project they are missed. */
export function LeaveLines({ today }: { readonly today: string }) {
  const m = useMessage();
  const ahead = useNotices().filter(({ to }) => to.slice(0, 10) >= today);
  return ahead.slice(0, most).map((notice) => (
    <div key={notice.id} className="td-card td-small td-today-alert">
      <Icon name="calendar" size="1.5rem" />
      <span>
        <b>{m[`notice.${notice.kind}`](notice.person.name, whenText(notice))}</b>
        <span className="td-second">{besideText(notice)}</span>
      </span>
    </div>
  ));
}

function whenText({ from, to }: NoticeView): string {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  const clock = (instant: string) => instant.slice(11, 16);
  if (first === last) return `${shortDate(first)} ${clock(from)}–${clock(to)}`;
  return `${shortDate(first)} ${clock(from)} – ${shortDate(last)} ${clock(to)}`;
}

function besideText({ project, minutes }: NoticeView): string {
  return minutes === null ? project.name : `${project.name} · ${duration(minutes)}`;
}
