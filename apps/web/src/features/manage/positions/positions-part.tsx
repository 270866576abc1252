import { useQuery } from "@tanstack/react-query";
import { goTo, hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { PositionPeople } from "./position-people.tsx";
import { PositionsTable } from "./positions-table.tsx";
import { positionsQuery } from "./queries.ts";
import { useWords } from "./words.ts";
import "./positions.css";

/** 岗位, `#/manage/people/positions`: the table and the job titles that are none; `…/people`: who is what. */
export function PositionsPart({ rest: [page] }: { rest: readonly string[] }) {
  const m = useWords();
  const query = useQuery(positionsQuery);
  const view = page === "people" ? "people" : "table";
  const show = (next: "table" | "people") =>
    goTo(hashOf("manage", "people", "positions", ...(next === "people" ? [next] : [])), { replace: true });
  return (
    <>
      <div className="td-body positions-top">
        <p className="td-small td-second">{m["position.intro"]}</p>
        <Segments
          label={m["position.views"]}
          options={{ table: m["position.view.table"], people: m["position.view.people"] }}
          value={view}
          onChange={show}
        />
      </div>
      <Answered query={query} skeleton={[8, 4, 4, 4, 4]}>
        {(held) => (view === "people" ? <PositionPeople held={held} /> : <PositionsTable held={held} />)}
      </Answered>
    </>
  );
}
