import { useState } from "react";
import { hashOf } from "../../../route.ts";
import { Button } from "../../../ui/button.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { aboutText } from "./misfit-card.tsx";
import { type Approval, misfitText, nameOf } from "./said-text.ts";
import { useWords } from "./words.ts";

const few = 8;
const tones = { running: "blue", made: "good", archived: "fact", ended: "fact", dismissed: "fact" } as const;

/** What came of the latest approvals; those that do not fit stand in a card of their own. */
export function ApprovalList({
  approvals,
  titles,
}: {
  approvals: readonly Approval[];
  titles: ReadonlyMap<string, string>;
}) {
  const m = useWords();
  const [isWhole, setWhole] = useState(false);
  const decided = approvals.filter(({ state }) => state !== "misfit");
  const shown = isWhole ? decided : decided.slice(0, few);
  return (
    <section className="td-card project-form-card" aria-labelledby="project-form-latest">
      <h2 id="project-form-latest" className="project-form-sub">
        {m["projectForm.approvals"]}
      </h2>
      {decided.length === 0 && <p className="td-second">{m["projectForm.approvalsNone"]}</p>}
      <ul className="project-form-rows">
        {shown.map((one) => (
          <ApprovalRow key={one.id} of={one} title={titles.get(one.processCode) ?? ""} />
        ))}
      </ul>
      {decided.length > few && !isWhole && (
        <Button kind="quiet" block onClick={() => setWhole(true)}>
          {m["projectForm.showAll"](decided.length)}
        </Button>
      )}
    </section>
  );
}

function ApprovalRow({ of, title }: { of: Approval; title: string }) {
  const m = useWords();
  const { state, projectId, misfits } = of;
  return (
    <li className="project-form-approval">
      <div className="td-row">
        <b>{nameOf(of) ?? m["projectForm.nameless"]}</b>
        <Tag tone={state === "misfit" ? "todo" : tones[state]}>{m[`projectForm.state.${state}`]}</Tag>
      </div>
      <p className="td-small td-second">{aboutText(of, title)}</p>
      {misfits.map((misfit) => (
        <p key={`${misfit.field} ${misfit.reason}`} className="td-small td-second">
          {misfitText(m, misfit)}
        </p>
      ))}
      {projectId !== null && (
        <a className="project-form-link" href={hashOf("team", "projects", projectId)}>
          {m["projectForm.openProject"]}
          <span className="td-hidden"> {nameOf(of)}</span>
        </a>
      )}
    </li>
  );
}
