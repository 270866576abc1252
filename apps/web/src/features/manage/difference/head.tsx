import type { Differences } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { Button } from "../../../ui/button.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { instantText } from "../date-text.ts";
import type { DifferenceState } from "./difference.ts";
import { useWords } from "./words.ts";

interface HeadProps {
  /** How the comparison stands; undefined until it is known. */
  readonly standing: Differences | undefined;
  readonly state: DifferenceState;
  readonly onState: (state: DifferenceState) => void;
  readonly onCompare: () => void;
}

/** How the comparison stands, in a line; which differences are listed; and a comparison at once. */
export function DifferenceHead({ standing, state, onState, onCompare }: HeadProps) {
  const m = useWords();
  return (
    <div className="td-head difference-head">
      <div className="td-row">
        <div className="difference-standing">
          <h1 className="td-figure">{standing ? openText(m, standing) : m["difference.title"]}</h1>
          {standing && (
            <p className="td-small td-second difference-sides">
              {standingTexts(m, standing).map((text) => (
                <span key={text}>{text}</span>
              ))}
            </p>
          )}
        </div>
        <Button icon="refresh" onClick={onCompare}>
          {m["difference.now"]}
        </Button>
      </div>
      <Segments
        label={m["difference.states"]}
        options={{
          open: m["difference.state.open"],
          mended: m["difference.state.mended"],
          accepted: m["difference.state.accepted"],
        }}
        value={state}
        onChange={onState}
      />
    </div>
  );
}

function openText(m: ReturnType<typeof useWords>, { open, lastAt }: Differences): string {
  if (open > 0) return m["difference.open"](thousands(open));
  return m[lastAt === null ? "difference.title" : "difference.openNone"];
}

function standingTexts(m: ReturnType<typeof useWords>, { reconciled, people, lastAt }: Differences): string[] {
  if (lastAt === null) return [m["difference.lastNever"]];
  const done = m["difference.people"](thousands(reconciled), thousands(people));
  return [done, m["difference.last"](instantText(lastAt))];
}
