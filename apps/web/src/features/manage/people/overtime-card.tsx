import { useQuery } from "@tanstack/react-query";
import type { OvertimeMonth } from "../../../api.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Length } from "../../../ui/length.tsx";
import { OvertimeBar } from "./overtime-bar.tsx";
import { wholeOf } from "./overtime-bar-scale.ts";
import { overtimeFacts, overtimeNotice, overtimeText } from "./overtime-text.ts";
import { overtimeQuery } from "./people-queries.ts";
import { useWords } from "./words.ts";

interface OvertimeCardProps {
  readonly person: string;
  readonly month: string;
  /** The month that runs has an end to come. */
  readonly isRunning: boolean;
}

/** A person's overtime of a month against 36 hours. */
export function OvertimeCard({ person, month, isRunning }: OvertimeCardProps) {
  const m = useWords();
  const query = useQuery(overtimeQuery(month, person));
  const notice = query.data ? overtimeNotice(m, query.data) : null;
  return (
    <section className="overtime-card">
      <div className="td-row">
        <h3 className="people-sub">{m["overtime.title"](Number(month.slice(5)))}</h3>
        {notice && <span className="td-small overtime-notice">{notice}</span>}
      </div>
      <Answered query={query} skeleton={[4]}>
        {(of) => <Facts of={of} isRunning={isRunning} />}
      </Answered>
    </section>
  );
}

function Facts({ of, isRunning }: { of: OvertimeMonth; isRunning: boolean }) {
  const m = useWords();
  return (
    <>
      {of.system !== "irregular" && (
        <>
          <p>{overtimeText(m, of, isRunning)}</p>
          <OvertimeBar of={of} whole={wholeOf([of])} />
          <Kinds of={of} />
        </>
      )}
      <p className="td-small td-weak">{overtimeFacts(m, of).join(" · ")}</p>
      {isRunning && of.system !== "irregular" && <p className="td-small td-weak">{m["overtime.basis"]}</p>}
    </>
  );
}

function Kinds({ of: { kinds, lieu } }: { of: OvertimeMonth }) {
  const m = useWords();
  const rows = [
    ...(["workday", "rest", "statutory"] as const).map((kind) => ({
      name: m[`overtime.kind.${kind}`],
      minutes: kinds[kind],
    })),
    { name: m["overtime.lieu"], minutes: lieu },
  ].filter(({ minutes }) => minutes > 0);
  if (rows.length === 0) return null;
  return (
    <dl className="overtime-kinds">
      {rows.map(({ name, minutes }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Length minutes={minutes} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
