import type { WorkDate } from "@today/core/time/date";
import { clockTime, shortDate } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { hashOf } from "../../route.ts";
import { Icon } from "../../ui/icon.tsx";
import { dayName } from "./day-name.ts";
import type { Question } from "./questions.ts";

interface MattersProps {
  readonly today: WorkDate;
  readonly questions: readonly Question[];
  readonly isRunning: boolean;
}

/** What is still open: today's clock-out, and questions from earlier days. Nothing when all is done. */
export function Matters({ today, questions, isRunning }: MattersProps) {
  const m = useMessage();
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
            <b>{dayName(m, date, today) ?? shortDate(date)}</b> {m["warning.missing-out.why"](clockTime(on, m.lang))}
          </span>
          <Icon name="right" size="1rem" />
        </a>
      ))}
    </section>
  );
}
