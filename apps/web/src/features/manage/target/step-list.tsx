import { useQuery } from "@tanstack/react-query";
import type { Target } from "../../../api.ts";
import { duration } from "../../../format.ts";
import { thousands } from "../../../money.ts";
import { hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Icon } from "../../../ui/icon.tsx";
import type { TargetPart } from "./part.ts";
import { dueQuery, stepsQuery } from "./queries.ts";
import type { Steps } from "./steps.ts";
import { type Sum, sumsOf } from "./sums.ts";
import { useWords, type Words } from "./words.ts";

/** The four steps to a target as a list to be ticked off, each leading to where it is done. */
export function StepList({ target }: { target: Target }) {
  const m = useWords();
  const query = useQuery(stepsQuery(target.id));
  const due = useQuery(dueQuery(target.id)).data;
  const sum = due === undefined ? null : sumsOf(due.totals).due;
  return (
    <section className="td-card target-card-list" aria-labelledby="target-steps">
      <h2 id="target-steps" className="target-sub">
        {m[target.state === "on" ? "target.stepsOn" : "target.steps"]}
      </h2>
      <Answered query={query} skeleton={[3.5, 3.5, 3.5, 3.5]}>
        {(steps) => (
          <ol className="target-rows">
            {stepsOf(m, { target, steps, sum }).map(({ part, text, isDone }, n) => (
              <li key={part}>
                <a className="target-row" href={hashOf("manage", "target", target.id, part)}>
                  <span className="target-sign" data-done={isDone || undefined}>
                    {isDone ? <Icon name="check-circle" size="1.75rem" /> : <b aria-hidden="true">{n + 1}</b>}
                    <span className="td-hidden">{m[isDone ? "target.step.done" : "target.step.todo"]}</span>
                  </span>
                  <span className="target-row-text">
                    <b>{part === "worklogs" ? m["target.step.preview"] : m[`target.part.${part}`]}</b>
                    <span className="td-small td-second">{text}</span>
                  </span>
                  <Icon name="right" />
                </a>
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </section>
  );
}

interface Told {
  readonly target: Target;
  readonly steps: Steps;
  /** What is due; null until it is known. */
  readonly sum: Sum | null;
}

interface Step {
  readonly part: TargetPart;
  readonly text: string;
  readonly isDone: boolean;
}

function stepsOf(m: Words, { target, steps: { projects, people, mapping }, sum }: Told): Step[] {
  const isOwner = target.abilities.worklogs.author === "token-owner" || !target.abilities.members;
  const preview = sum === null || sum.count === 0 ? m["target.step.previewNone"] : previewText(m, sum);
  return [
    {
      part: "projects",
      text:
        projects.done === 0
          ? m["target.step.projectsNone"]
          : m["target.step.projects"](thousands(projects.done), thousands(projects.all)),
      isDone: projects.done > 0,
    },
    { part: "people", text: peopleText(m, isOwner, people), isDone: isOwner || isWhole(people) },
    { part: "mapping", text: mappingText(m, mapping), isDone: mapping.flaws === 0 },
    { part: "worklogs", text: preview, isDone: target.state === "on" },
  ];
}

function previewText(m: Words, { count, minutes }: Sum): string {
  return m["target.step.previewSome"](thousands(count), duration(minutes));
}

function peopleText(m: Words, isOwner: boolean, { done, all }: Steps["people"]): string {
  if (isOwner) return m["target.step.peopleOwner"];
  return all === 0 ? m["target.step.peopleNone"] : m["target.step.people"](thousands(done), thousands(all));
}

function mappingText(m: Words, { version, flaws }: Steps["mapping"]): string {
  if (flaws > 0) return m["target.step.mappingFlaws"](thousands(flaws));
  return version === 0 ? m["target.step.mappingUsual"] : m["target.step.mapping"](String(version));
}

function isWhole({ done, all }: Steps["people"]): boolean {
  return all > 0 && done === all;
}
