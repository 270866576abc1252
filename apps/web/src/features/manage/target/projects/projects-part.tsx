import { useQuery } from "@tanstack/react-query";
import { goTo, hashOf } from "../../../../route.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Segments } from "../../../../ui/segments.tsx";
import { useLinkWords } from "../link-words.ts";
import type { PartProps } from "../part.ts";
import { ReadingLine } from "../reading-line.tsx";
import { OursList } from "./ours-list.tsx";
import { type Pair, pairsIn, type View } from "./pairs.ts";
import { pairsQuery } from "./queries.ts";
import { TheirsList } from "./theirs-list.tsx";
import "../link.css";

const views: readonly string[] = ["open", "linked", "theirs"] satisfies View[];

/** 项目去处, `#/manage/target/{id}/projects/linked`: where the hours of each project of ours go, and those of theirs that could be ours. */
export function ProjectsPart({ target, rest: [named] }: PartProps) {
  const pairs = useQuery(pairsQuery(target));
  const show = (view: View) => goTo(hashOf("manage", "target", target, "projects", view), { replace: true });
  return (
    <>
      <div className="link-reading-place">
        <ReadingLine target={target} />
      </div>
      <Answered query={pairs} skeleton={[2.75, 4, 4, 4]}>
        {(all) => {
          const view = isView(named) ? named : firstView(all);
          return (
            <>
              <ViewBar pairs={all} view={view} onChange={show} />
              {view === "theirs" ? (
                <TheirsList target={target} />
              ) : (
                <OursList key={view} target={target} pairs={all} view={view} />
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}

interface ViewBarProps {
  readonly pairs: readonly Pair[];
  readonly view: View;
  readonly onChange: (view: View) => void;
}

function ViewBar({ pairs, view, onChange }: ViewBarProps) {
  const m = useLinkWords();
  const options = {
    open: `${m["link.view.open"]} ${pairsIn(pairs, "open").length}`,
    linked: `${m["link.view.linked"]} ${pairsIn(pairs, "linked").length}`,
    theirs: m["link.view.theirs"],
  };
  return (
    <div className="link-views">
      <Segments label={m["link.view"]} options={options} value={view} onChange={onChange} />
    </div>
  );
}

function isView(name: string | undefined): name is View {
  return name !== undefined && views.includes(name);
}

function firstView(pairs: readonly Pair[]): View {
  return pairsIn(pairs, "open").length > 0 ? "open" : "linked";
}
