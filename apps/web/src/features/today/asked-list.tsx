import { clockTime, shortDate } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { hashOf } from "../../route.ts";
import { Icon } from "../../ui/icon.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import type { Day } from "./day.ts";
import { dayName } from "./day-name.ts";
import { type Asked, askedQuestions } from "./questions.ts";

/** The clock-outs that wait for somebody else's look, a line each. */
export function AskedList({ day }: { day: Day }) {
  const m = useMessage();
  const asked = askedQuestions(day);
  if (asked.length === 0) return null;
  return (
    <section className="td-card td-today-matters" aria-label={m["today.asked"]}>
      {asked.map((one) => (
        <a key={one.date} className="td-small td-second" href={hashOf("hours", one.date)}>
          <Icon name="clock" />
          <AskedText asked={one} today={day.today.date} />
          <Icon name="right" size="1rem" />
        </a>
      ))}
    </section>
  );
}

function AskedText({ asked: { date, answerer, stand }, today }: { asked: Asked; today: string }) {
  const m = useMessage();
  const time = clockTime(stand.at, m.lang);
  const isThere = stand.saving === "saved";
  return (
    <span>
      <b>{dayName(m, date, today) ?? shortDate(date)}</b>{" "}
      {isThere ? m["ask.filledAwaits"](time, answerer?.name ?? m["ask.hr"]) : m["ask.filledTo"](time)}
      <span className="td-today-because td-weak">
        {stand.saving === "waiting" ? <SaveState of={{ state: "waiting" }} /> : m["ask.because"](stand.reason)}
      </span>
    </span>
  );
}
