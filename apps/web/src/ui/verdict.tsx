import { distance } from "../format.ts";
import { type Message, useMessage } from "../message.ts";
import { Icon, type IconName } from "./icon.tsx";
import "./verdict.css";

/** Where a punch was, in a site's eyes. After 90 days the metres are gone and the words remain. */
export interface VerdictFigures {
  readonly verdict: "inside" | "outside" | "unknown";
  readonly distance: number | null;
  readonly accuracy: number | null;
}

const pins: Record<VerdictFigures["verdict"], IconName> = {
  inside: "pin-inside",
  outside: "pin-outside",
  unknown: "pin-unknown",
};

/** `在工地内 38 米`, `不在管廊工地，远 6.2 公里`, `判断不了，精度 ±420 米`; without metres only the word. */
function verdictText(m: Message, of: VerdictFigures, project?: string): string {
  if (of.verdict === "inside") {
    return of.distance === null ? m["verdict.inside"] : m["verdict.insideBy"](distance(of.distance, m.lang));
  }
  if (of.verdict === "outside") {
    if (of.distance === null || project === undefined) return m["verdict.outside"];
    return m["verdict.outsideBy"](project, distance(of.distance, m.lang));
  }
  return of.accuracy === null ? m["verdict.unknown"] : m["verdict.unknownBy"](distance(of.accuracy, m.lang));
}

/** Pin and words; `pill` puts them on a tint. */
export function Verdict({ of, project, pill = false }: { of: VerdictFigures; project?: string; pill?: boolean }) {
  const m = useMessage();
  return (
    <span className="td-verdict" data-verdict={of.verdict} data-pill={pill || undefined}>
      <Icon name={pins[of.verdict]} />
      <span>{pill ? verdictText(m, { ...of, distance: null, accuracy: null }) : verdictText(m, of, project)}</span>
    </span>
  );
}
