import { hashOf } from "../../../route.ts";
import type { PeoplePart } from "./parts.ts";
import { useWords } from "./words.ts";
import "../../../ui/segments.css";

/** The parts of 人员, each at its own address. */
export function PartBar({ parts, shown }: { parts: readonly PeoplePart[]; shown: PeoplePart }) {
  const m = useWords();
  return (
    <div className="td-head people-head">
      <h1 className={parts.length > 1 ? "td-hidden" : "manage-title"}>{m["people.title"]}</h1>
      {parts.length > 1 && (
        <nav className="td-segments" aria-label={m["people.parts"]}>
          {parts.map((part) => (
            <a
              key={part}
              className="td-segment"
              href={hashOf("manage", "people", part)}
              aria-current={part === shown ? "page" : undefined}
            >
              {m[`people.${part}`]}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}
