import type { ProjectBrief, Suggestion, Today } from "../../api.ts";
import { useMessage } from "../../message.ts";
import { Button } from "../../ui/button.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { reasonOf, shortReason } from "./reason.ts";

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  readonly project: ProjectBrief;
  readonly consequence: Today["consequence"];
  readonly onConfirm: () => void;
}

/** The preselected project with its reason; one tap ends the job. */
export function SuggestionCard({ suggestion, project, consequence, onConfirm }: SuggestionCardProps) {
  const m = useMessage();
  return (
    <section className="td-card td-today-suggestion" style={slotStyle(project.color)}>
      <p className="td-second td-small">{m["today.ask"]}</p>
      <h2 className="td-today-name">{project.name}</h2>
      <Reason suggestion={suggestion} />
      <Button kind="primary" icon="check" tall block onClick={onConfirm}>
        {m["today.confirm"]}
      </Button>
      <p className="td-small td-weak td-today-consequence">{m[`today.consequence.${consequence}`]}</p>
    </section>
  );
}

/** The same below a question from yesterday: one line, still one tap. */
export function ShortSuggestion({ suggestion, project, onConfirm }: SuggestionCardProps) {
  const m = useMessage();
  return (
    <section className="td-card td-today-suggestion td-today-short" style={slotStyle(project.color)}>
      <div>
        <p className="td-small td-second">{m["today.today"]}</p>
        <h2>
          <b>{project.shortName}</b>
        </h2>
        <p className="td-small td-today-why" data-inside={suggestion.reason === "inside-site" || undefined}>
          <Icon name={iconOf(suggestion)} />
          {shortReason(m, suggestion)}
        </p>
      </div>
      <Button kind="tint" icon="check" onClick={onConfirm}>
        {m["today.confirmShort"]}
      </Button>
    </section>
  );
}

function Reason({ suggestion }: { suggestion: Suggestion }) {
  const m = useMessage();
  const [why, figures] = reasonOf(m, suggestion);
  return (
    <p className="td-today-reason" data-inside={suggestion.reason === "inside-site" || undefined}>
      <Icon name={iconOf(suggestion)} size="1.5rem" />
      <span>
        {why}
        {figures !== null && <span className="td-small td-weak">{figures}</span>}
      </span>
    </p>
  );
}

function iconOf({ reason, accuracy }: Suggestion): IconName {
  if (reason === "inside-site") return "pin-inside";
  if (accuracy !== null) return "pin-unknown";
  return reason === "planned" ? "today" : "history";
}
