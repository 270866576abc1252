import { useState } from "react";
import { slotStyle } from "../../ui/project-mark.tsx";
import type { ProjectGroup, TeamGroups } from "./groups.ts";
import { MissingCard } from "./missing-card.tsx";
import { PeopleRows } from "./people-rows.tsx";
import { PlaceIcon } from "./place-icon.tsx";
import { useWords } from "./words.ts";

interface PeopleCardsProps {
  readonly groups: TeamGroups;
  readonly onChoose: (person: string) => void;
}

/** Missing people, then a card for each project, then who is on leave or off. */
export function PeopleCards({ groups, onChoose }: PeopleCardsProps) {
  const m = useWords();
  return (
    <>
      <MissingCard missing={groups.missing} onChoose={onChoose} />
      {groups.projects.map((group) => (
        <GroupCard key={group.project?.id ?? ""} group={group} onChoose={onChoose} />
      ))}
      {groups.onLeave.length > 0 && (
        <PeopleRows title={m["team.onLeave"]} members={groups.onLeave} onChoose={onChoose} />
      )}
      {groups.off.length > 0 && <PeopleRows title={m["team.off"]} members={groups.off} onChoose={onChoose} />}
    </>
  );
}

const chipsShown = 4;

function GroupCard({ group, onChoose }: { group: ProjectGroup; onChoose: (person: string) => void }) {
  const m = useWords();
  const [isOpen, setOpen] = useState(false);
  const { project, members } = group;
  const shown = isOpen ? members : members.slice(0, chipsShown);
  const hidden = members.length - shown.length;
  return (
    <section className="td-card team-group" style={project ? slotStyle(project.color) : undefined}>
      <h2 className="team-group-head">
        <b>{project?.name ?? m["team.noProject"]}</b>
        <span>
          <b className="td-figure">{members.length}</b>{" "}
          <span className="td-small td-second">{m["team.peopleUnit"]}</span>
        </span>
      </h2>
      <ul className="team-chips">
        {shown.map(({ person, place }) => (
          <li key={person.id}>
            <button type="button" className="team-chip" onClick={() => onChoose(person.id)}>
              <PlaceIcon place={place} />
              {person.name}
            </button>
          </li>
        ))}
        {members.length > chipsShown && (
          <li>
            <button
              type="button"
              className="team-chip team-chip-more"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {hidden > 0 ? m["team.moreChips"](hidden) : m["team.fewer"]}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
