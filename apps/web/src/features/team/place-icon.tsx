import type { TeamMember } from "../../api.ts";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "./words.ts";

const pins = { onsite: "pin-inside", mobile: "pin-outside", unknown: "pin-unknown" } as const;

/** The pin of where somebody works, with its word for screen readers; people who are not there have none. */
export function PlaceIcon({ place }: Pick<TeamMember, "place">) {
  const m = useWords();
  if (place !== "onsite" && place !== "mobile" && place !== "unknown") return null;
  return (
    <span className="team-pin" data-place={place}>
      <Icon name={pins[place]} />
      <span className="td-hidden">{m[`team.place.${place}`]}</span>
    </span>
  );
}
