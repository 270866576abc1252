import { useDeferredValue, useMemo, useState } from "react";
import type { Team, TeamMember } from "../../api.ts";
import { growDay } from "../../live-day.ts";
import { hashOf } from "../../route.ts";
import { type Stamped, useServerTime } from "../../server-time.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useIsWide } from "../../ui/media.ts";
import { usePinyin } from "../../ui/search-field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { groupTeam } from "./groups.ts";
import { MissingCard } from "./missing-card.tsx";
import { PeopleCards } from "./people-cards.tsx";
import { PeopleRows } from "./people-rows.tsx";
import { PersonView } from "./person-view.tsx";
import { findPeople } from "./search.ts";
import { TeamTable } from "./team-table.tsx";
import { useWords } from "./words.ts";

/** What stands under the bar: exceptions, then projects with their people; a search shows only whom it finds. */
export function TeamBody({ team, query }: { team: Team & Stamped; query: string }) {
  const m = useWords();
  const isWide = useIsWide();
  const [chosen, setChosen] = useState<string | null>(null);
  const time = useServerTime(team);
  const now = time.minuteOn(team.date);
  const members = useMemo(() => team.members.map((member) => grown(member, now)), [team.members, now]);
  const wanted = useDeferredValue(query.trim());
  const pinyin = usePinyin(wanted);
  const { projects } = team;
  const found = useMemo(() => findPeople(members, wanted, { projects, pinyin }), [members, wanted, projects, pinyin]);
  const person = members.find(({ person }) => person.id === chosen) ?? null;

  if (members.length === 0) {
    return (
      <EmptyState
        action={
          <a className="team-open" href={hashOf("team", "projects")}>
            {m["team.toProjects"]}
          </a>
        }
      >
        {m["team.empty"]}
      </EmptyState>
    );
  }
  const groups = groupTeam({ ...team, members: wanted === "" ? members : found });
  const day = { team, now, isSearch: wanted !== "" };
  if (isWide) {
    return (
      <div className="team-panes">
        <TeamTable groups={groups} found={found} day={day} chosen={chosen} onChoose={setChosen} />
        <aside className="team-pane">
          <MissingCard missing={groups.missing} onChoose={setChosen} />
          {person ? (
            <PersonView member={person} day={day} />
          ) : (
            <p className="td-second team-hint">{m["team.select"]}</p>
          )}
          <p className="td-small td-weak team-hint">{m["team.keys"]}</p>
        </aside>
      </div>
    );
  }
  return (
    <div className="td-body">
      {day.isSearch ? (
        <PeopleRows title={m["team.found"](found.length)} members={found} isOpen onChoose={setChosen} />
      ) : (
        <PeopleCards groups={groups} onChoose={setChosen} />
      )}
      {team.more > 0 && <p className="td-small td-second team-hint">{m["team.more"](team.more)}</p>}
      <Sheet isOpen={person !== null} title={person?.person.name ?? ""} onClose={() => setChosen(null)}>
        {person && <PersonView member={person} day={day} isSheet />}
      </Sheet>
    </div>
  );
}

function grown(member: TeamMember, now: number): TeamMember {
  return member.workday === null ? member : { ...member, workday: growDay(member.workday, now) };
}
