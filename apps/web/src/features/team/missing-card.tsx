import { useState } from "react";
import type { TeamMember } from "../../api.ts";
import { isOver, PersonRow } from "./people-rows.tsx";
import { useWords } from "./words.ts";

interface MissingCardProps {
  /** Longest first. */
  readonly missing: readonly TeamMember[];
  readonly onChoose: (person: string) => void;
}

const few = 3;

/** Who has not clocked in, the two-day ones first and each by name; absent when nobody is missing. */
export function MissingCard({ missing, onChoose }: MissingCardProps) {
  const m = useWords();
  const [isOpen, setOpen] = useState(false);
  if (missing.length === 0) return null;
  const long = missing.filter(({ daysMissing }) => daysMissing > 1);
  const first = Math.max(long.length, few);
  const title = m[missing.every(isOver) ? "team.missed" : "team.missing"](missing.length);
  const shown = isOpen ? missing : missing.slice(0, first);
  return (
    <section className="td-card team-people" aria-label={title}>
      <h2 className="td-small td-second">{title}</h2>
      <ul>
        {shown.map((member) => (
          <PersonRow key={member.person.id} member={member} onChoose={onChoose} />
        ))}
      </ul>
      {missing.length > first && (
        <button type="button" className="td-plain team-more" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? m["team.fewer"] : m["team.morePeople"](missing.length - first)}
        </button>
      )}
    </section>
  );
}
