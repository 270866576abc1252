import { clockTime, shortDate } from "../../format.ts";
import { type Message, useMessage } from "../../message.ts";
import { serverTimeAt } from "../../server-time.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import type { Day } from "./day.ts";

/** Chosen without a network: what is safe where, and what waits to be sent. */
export function WaitingCard({ day, onChange }: { day: Day; onChange: () => void }) {
  const m = useMessage();
  const { projects, view } = day;
  const project = view.project === null ? undefined : projects.get(view.project);
  if (project === undefined) return null;
  return (
    <>
      <section className="td-card td-today-suggestion" style={slotStyle(project.color)}>
        <div className="td-row">
          <p className="td-small td-second">{m["today.yourProject"]}</p>
          <SaveState of={{ state: "waiting" }} />
        </div>
        <h2 className="td-today-name">{project.name}</h2>
        <p className="td-today-safe">
          <Icon name="shield" size="1.5rem" />
          {m["today.punchSafe"]}
        </p>
        <p className="td-today-safe">
          <Icon name="clock" size="1.5rem" />
          <span>
            {keptText(m, day)}
            <span className="td-small td-weak">{m["today.mayClose"]}</span>
          </span>
        </p>
        <Button icon="swap" tall block onClick={onChange}>
          {m["today.changeProject"]}
        </Button>
      </section>
      <Waiting day={day} />
    </>
  );
}

function Waiting({ day: { entries, projects } }: { day: Day }) {
  const m = useMessage();
  const waiting = entries.filter(({ state }) => state === "waiting" || state === "sending");
  return (
    <div className="td-row td-small td-second td-today-queue">
      <p>{m["today.waiting"](waiting.length)}</p>
      <ul>
        {waiting.map(({ item: pick }) => (
          <li key={pick.id}>
            {shortDate(pick.date)} {projects.get(pick.projectId)?.shortName}
          </li>
        ))}
      </ul>
    </div>
  );
}

function keptText(m: Message, { entries, today }: Day): string {
  const last = entries.filter(({ item: pick }) => pick.date === today.date).pop();
  const since = last?.state === "waiting" ? last.since : null;
  if (since === null) return m["today.kept"];
  return m["today.keptAt"](clockTime(serverTimeAt(today, since).minuteOn(today.date), m.lang));
}
