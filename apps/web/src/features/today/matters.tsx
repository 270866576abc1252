import type { Today } from "../../api.ts";
import { clockTime, shortDate } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { hashOf } from "../../route.ts";
import { Icon } from "../../ui/icon.tsx";
import { dayName } from "./day-name.ts";
import { openQuestions } from "./questions.ts";

/** What is still open: today's clock-out, and questions from earlier days. Nothing when all is done. */
export function Matters({ today, isRunning }: { today: Today; isRunning: boolean }) {
  const m = useMessage();
  const questions = openQuestions(today);
  if (!isRunning && questions.length === 0) return null;
  return (
    <section className="td-card td-today-matters" aria-label={m["today.openMatters"]}>
      {isRunning && (
        <p className="td-small td-second">
          <Icon name="clock" />
          {m["today.noOut"]}
        </p>
      )}
      {questions.map(({ date, on }) => (
        <a key={date} className="td-small td-second" href={hashOf("hours", date)}>
          <Icon name="history" />
          <span>
            <b>{dayName(m, date, today.date) ?? shortDate(date)}</b>{" "}
            {m["warning.missing-out.why"](clockTime(on, m.lang))}
          </span>
          <Icon name="right" size="1rem" />
        </a>
      ))}
    </section>
  );
}
