import { isWorkDate } from "@today/core/time/date";
import { useTitle } from "../../title.ts";
import { TeamSegments } from "../../ui/team-segments.tsx";
import { TodayPane } from "./today-pane.tsx";
import { useWords } from "./words.ts";
import "./team.css";

/** 团队: who is on what today. */
export function TeamPage({ rest: [, date] }: { rest: readonly string[] }) {
  useTitle(useWords()["team.title"]);
  return (
    <TodayPane date={date !== undefined && isWorkDate(date) ? date : null}>
      <TeamSegments shown="today" />
    </TodayPane>
  );
}
