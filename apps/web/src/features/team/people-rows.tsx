import { useState } from "react";
import type { TeamMember } from "../../api.ts";
import { clockTime } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import { PlaceIcon } from "./place-icon.tsx";
import { useWords, type Words } from "./words.ts";

interface PeopleRowsProps {
  readonly title: string;
  readonly members: readonly TeamMember[];
  /** Shown at once; else only the count until it is opened. */
  readonly isOpen?: boolean;
  readonly onChoose: (person: string) => void;
}

/** Some people, one a row, under a title with their number. */
export function PeopleRows({ title, members, isOpen = false, onChoose }: PeopleRowsProps) {
  const m = useWords();
  const [isShown, setShown] = useState(isOpen);
  return (
    <section className="td-card team-people">
      {isOpen ? (
        <h2 className="td-small td-second" role="status">
          {title}
        </h2>
      ) : (
        <button type="button" className="td-plain team-fold" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          <span>{title}</span>
          <span className="td-second">{m["team.people"](members.length)}</span>
          <Icon name="down" />
        </button>
      )}
      {isShown && (
        <ul>
          {members.map((member) => (
            <PersonRow key={member.person.id} member={member} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One person with what is to be known of them today. */
export function PersonRow({ member, onChoose }: { member: TeamMember; onChoose: (person: string) => void }) {
  const m = useWords();
  const { person, place, daysMissing } = member;
  return (
    <li>
      <button type="button" className="team-person" onClick={() => onChoose(person.id)}>
        <span className="team-initial" aria-hidden="true">
          {[...person.name][0]}
        </span>
        <span className="team-person-text">
          <b>{person.name}</b>
          <span className="td-small" data-todo={(place === "missing" && daysMissing > 1) || undefined}>
            {stateText(m, member)}
          </span>
        </span>
        <PlaceIcon place={place} />
        <Icon name="right" />
      </button>
    </li>
  );
}

/** Whether the day is past mending by a clock-in. */
export function isOver({ workday }: TeamMember): boolean {
  return workday?.over === true;
}

/** `昨天也没有打卡`, `班次 09:00，还没有上班卡`, `08:57 上班 · 钢筋班`. */
export function stateText(m: Words, member: TeamMember): string {
  const { place, daysMissing, shiftStart, firstOn, person, group } = member;
  if (place === "missing") {
    if (isOver(member)) return daysMissing > 1 ? m["team.missingRow"](daysMissing) : m["team.missingDay"];
    if (daysMissing > 1) return m["team.missingLong"](daysMissing);
    return shiftStart === null ? m["team.noPunch"] : m["team.missingShift"](clockTime(shiftStart, m.lang));
  }
  const state = firstOn === null ? m[`team.place.${place}`] : m["team.since"](clockTime(firstOn, m.lang));
  return [state, person.title ?? group].filter(Boolean).join(" · ");
}
