import type { Member } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords, type Words } from "./project-words.ts";

interface MemberRowProps {
  readonly member: Member;
  readonly onRemove: ((member: Member) => void) | null;
}

/** Somebody in a project: name, title, rights, until when, and when planned. */
export function MemberRow({ member, onRemove }: MemberRowProps) {
  const m = useWords();
  const { person, role } = member;
  const facts = factsOf(m, member);
  return (
    <li className="project-person">
      <span className="project-initial" aria-hidden="true">
        {[...person.name][0]}
      </span>
      <span className="project-person-text">
        <span className="project-person-name">
          <b>{person.name}</b>
          {role === "manager" && <Tag tone="blue">{m["project.role.manager"]}</Tag>}
        </span>
        {facts !== "" && <span className="td-small td-second">{facts}</span>}
      </span>
      {onRemove && (
        <button type="button" className="td-plain project-act" onClick={() => onRemove(member)}>
          <span aria-hidden="true">{m["project.remove"]}</span>
          <span className="td-hidden">{m["project.removeWho"](person.name)}</span>
        </button>
      )}
    </li>
  );
}

function factsOf(m: Words, { person, endsOn, plannedFrom, plannedTo }: Member): string {
  const facts = person.title === null ? [] : [person.title];
  if (endsOn !== null) facts.push(m["project.until"](shortDate(endsOn)));
  if (plannedFrom !== null && plannedTo !== null) {
    facts.push(m["project.planned"](shortDate(plannedFrom), shortDate(plannedTo)));
  }
  return facts.join(" · ");
}
