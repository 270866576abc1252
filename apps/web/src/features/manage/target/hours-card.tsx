import { useQuery } from "@tanstack/react-query";
import type { Target } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { duration } from "../../../format.ts";
import { thousands } from "../../../money.ts";
import { useOnline } from "../../../online.ts";
import { hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { instantText } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { useWorkDate } from "../work-date.ts";
import { dueQuery, useAct } from "./queries.ts";
import { type Held, nextOf, type Sum, type Sums, sumsOf } from "./sums.ts";
import { useWords, whyNot } from "./words.ts";

/** How the hours stand: what leaves next, what is there, what is held and why, with what mends it. */
export function HoursCard({ target }: { target: Target }) {
  const m = useWords();
  const query = useQuery(dueQuery(target.id));
  const month = useWorkDate()?.slice(0, 7);
  return (
    <section className="td-card target-card-list" aria-labelledby="target-hours">
      <h2 id="target-hours" className="target-sub">
        {m["target.hours"]}
      </h2>
      <Answered query={query} skeleton={[5, 3, 3]}>
        {(found) => {
          const sums = sumsOf(found.totals);
          const next = target.state === "on" ? nextOf(found) : null;
          return (
            <>
              <Tiles sums={sums} next={next} />
              <Failed target={target} sum={sums.failed} />
              <Waiting target={target} waiting={sums.waiting} month={month} />
            </>
          );
        }}
      </Answered>
      <nav className="target-rows" aria-label={m["target.hours"]}>
        <Way to={hashOf("manage", "target", target.id, "worklogs")}>{m["target.seeAll"]}</Way>
        <Way to={hashOf("manage", "target", target.id, "comparison", ...(month === undefined ? [] : [month]))}>
          {m["target.compare"]}
        </Way>
      </nav>
    </section>
  );
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <a className="target-row" href={to}>
      <span className="target-row-text">{children}</span>
      <Icon name="right" />
    </a>
  );
}

function Tiles({ sums: { due, waiting, failed, there }, next }: { sums: Sums; next: string | null }) {
  const m = useWords();
  const held = waiting.reduce<Sum>(
    (sum, { count, minutes }) => ({ count: sum.count + count, minutes: sum.minutes + minutes }),
    { count: 0, minutes: 0 },
  );
  const tiles = [
    ["due", due, next === null ? null : m["target.next"](instantText(next))],
    ["waiting", held, null],
    ["failed", failed, null],
    ["there", there, null],
  ] as const;
  return (
    <dl className="target-tiles">
      {tiles.map(([name, { count, minutes }, note]) => (
        <div key={name} data-todo={(name === "failed" && count > 0) || undefined}>
          <dt className="td-small td-second">{m[`target.hours.${name}`]}</dt>
          <dd>
            {count === 0 ? (
              <span className="target-figure td-weak">0</span>
            ) : (
              <>
                <b className="target-figure">{duration(minutes)}</b>
                <span className="td-small td-second">{m["target.amount"](thousands(count))}</span>
              </>
            )}
            {note !== null && <span className="td-small td-second">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Failed({ target, sum }: { target: Target; sum: Sum }) {
  const m = useWords();
  const isOnline = useOnline();
  const retry = useAct(target.id, targetApi.retryAll);
  if (sum.count === 0 && !retry.isError) return null;
  return (
    <div className="target-failed">
      <p>
        <b>{m["target.failedSome"](thousands(sum.count))}</b>
      </p>
      <MutationState {...retry} why={(error) => whyNot(m, error)} />
      <Button kind="tint" disabled={!isOnline || retry.isPending} onClick={() => retry.mutate()}>
        {m["target.retryAll"]}
      </Button>
    </div>
  );
}

interface WaitingProps {
  readonly target: Target;
  readonly waiting: Sums["waiting"];
  readonly month: string | undefined;
}

function Waiting({ target, waiting, month }: WaitingProps) {
  const m = useWords();
  if (waiting.length === 0) return null;
  return (
    <div>
      <h3 className="td-small td-second">{m["target.why"]}</h3>
      <ul className="target-rows">
        {waiting.map(({ held, count, minutes }) => (
          <li key={held} className="target-why">
            <span className="target-row-text">
              <span>{m[`target.why.${held}`]}</span>
              <span className="td-small td-second">
                {duration(minutes)} · {m["target.amount"](thousands(count))}
              </span>
            </span>
            <a className="target-act" href={hashOf("manage", "target", target.id, ...placeOf(held, month))}>
              {m[`target.act.${held}`]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where it is mended. */
function placeOf(held: Held, month: string | undefined): readonly string[] {
  if (held === "person-unlinked") return ["people"];
  if (held === "task-missing") return ["projects"];
  if (held === "unfit") return ["mapping"];
  return held === "correction-impossible" && month !== undefined ? ["comparison", month] : ["worklogs"];
}
