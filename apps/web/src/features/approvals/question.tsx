import type { RequestView } from "../../api.ts";
import { duration, shortDate } from "../../format.ts";
import { type ProjectsById, stripedIds } from "../../ui/project-mark.tsx";
import { EffectText, ProjectText } from "./effect.tsx";
import { whatText, whenText } from "./item-text.ts";
import { MonthTag } from "./month-tag.tsx";
import type { Thing } from "./selection.ts";
import { useWords, type Words } from "./words.ts";

interface QuestionProps {
  readonly thing: Thing;
  readonly requests: readonly RequestView[];
  readonly projects: ProjectsById;
}

/** What is to be answered, who asked it and when, and what else the person asks about that day. */
export function Question({ thing: { kind, item }, requests, projects }: QuestionProps) {
  const m = useWords();
  const { ref } = item;
  const own = ref.type === "request" ? requests.find(({ id }) => id === ref.id) : undefined;
  const others = requests.filter(({ id, state }) => state === "waiting" && id !== own?.id);
  return (
    <>
      <div className="approvals-question">
        <span className="approvals-line">
          <span>{kind === "overtime" ? whenText(m, kind, item) : whatText(m, kind, item)}</span>
          <EffectText item={item} />
        </span>
        <span className="approvals-line td-small td-second">
          <span>{kind === "overtime" ? whatText(m, kind, item) : own && askedText(m, own)}</span>
          <ProjectText item={item} of={{ projects, striped: stripedIds(projects.values()) }} />
        </span>
        {kind === "overtime" && own && <span className="td-small td-second">{askedText(m, own)}</span>}
        {own?.lieu === true && <span className="td-small">{m["approvals.lieu"]}</span>}
        <MonthTag item={item} />
      </div>
      {others.map((one) => (
        <p key={one.id} className="td-small td-second">
          {[m[`approvals.kind.${one.kind}`], one.reason, ...gained(one), askedText(m, one)].join(" · ")}
        </p>
      ))}
    </>
  );
}

/** `赵磊 · 9/17 08:57`. */
function askedText(m: Words, { madeBy, madeAt }: RequestView): string {
  return m["approvals.asked"](madeBy.name, `${shortDate(madeAt.slice(0, 10))} ${madeAt.slice(11, 16)}`);
}

function gained({ effect }: RequestView): string[] {
  return effect.minutes > 0 ? [`+${duration(effect.minutes)}`] : [];
}
