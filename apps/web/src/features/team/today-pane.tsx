import { useQuery } from "@tanstack/react-query";
import { addDays, type WorkDate } from "@today/core/time/date";
import { type ReactNode, useState } from "react";
import type { Team } from "../../api.ts";
import { longDate } from "../../format.ts";
import { goTo, hashOf } from "../../route.ts";
import { type Stamped, useServerTime } from "../../server-time.ts";
import { Answered } from "../../ui/answered.tsx";
import { FreshnessLine } from "../../ui/freshness-line.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useIsWide } from "../../ui/media.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { Arrival } from "./arrival.tsx";
import { teamQuery, usePull } from "./queries.ts";
import { TeamBody } from "./team-body.tsx";
import { useWords } from "./words.ts";

/** The segment 今天: one day of everybody the reader may see. The segments stand above it. */
export function TodayPane({ date, children }: { date: WorkDate | null; children: ReactNode }) {
  const team = useQuery(teamQuery(date));
  const [query, setQuery] = useState("");
  const { data } = team;
  const isWide = useIsWide();
  const search = data !== undefined && data.members.length > 0 && <Search query={query} onQuery={setQuery} />;
  return (
    <div className="td-page">
      <div className="td-head team-head">
        {children}
        {data && <DayBar team={data} />}
        {isWide && data && <PunchAge team={data} />}
        {isWide && search}
      </div>
      <Answered query={team} skeleton={[3.5, 1.75, 3, 7, 9, 9]} asOf={({ now }) => now}>
        {(answer) => (
          <>
            {answer.expected > 0 && (
              <div className="td-head team-arrival">
                <Arrival team={answer}>{!isWide && <PunchAge team={answer} />}</Arrival>
                {!isWide && search}
              </div>
            )}
            <TeamBody team={answer} query={query} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Search({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const m = useWords();
  return (
    <div className="team-search">
      <SearchField label={m["team.search"]} value={query} onChange={onQuery} />
    </div>
  );
}

function DayBar({ team }: { team: Team & Stamped }) {
  const m = useWords();
  const today = team.now.slice(0, 10);
  const isToday = team.date >= today;
  const go = (date: WorkDate) =>
    goTo(date === today ? hashOf("team") : hashOf("team", "today", date), { replace: true });
  return (
    <div className="team-day">
      <div className="team-day-steps">
        <button type="button" className="td-plain team-step" onClick={() => go(addDays(team.date, -1))}>
          <Icon name="left" />
          <span className="td-hidden">{m["team.yesterday"]}</span>
        </button>
        <h1 aria-live="polite">{longDate(team.date, m.lang)}</h1>
        <button
          type="button"
          className="td-plain team-step"
          disabled={isToday}
          onClick={() => go(addDays(team.date, 1))}
        >
          <Icon name="right" />
          <span className="td-hidden">{m["team.tomorrow"]}</span>
        </button>
      </div>
    </div>
  );
}

/** How old the punches of today are; a tap asks for newer ones. */
function PunchAge({ team }: { team: Team & Stamped }) {
  const { instant } = useServerTime(team);
  const pull = usePull();
  if (team.date < team.now.slice(0, 10)) return <span />;
  return (
    <FreshnessLine
      freshness={team.freshness}
      now={instant}
      asked={pull.isPending ? "pulling" : null}
      onRefresh={() => pull.mutate()}
    />
  );
}
