import type { Target } from "../../../../api.ts";
import { longDate } from "../../../../format.ts";
import { useOnline } from "../../../../online.ts";
import { hashOf } from "../../../../route.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon, type IconName } from "../../../../ui/icon.tsx";
import { Length } from "../../../../ui/length.tsx";
import { ProblemCode } from "../problem-code.tsx";
import { ActLink } from "./act-link.tsx";
import { minutesOf, type Worklog } from "./filter.ts";
import { codeOfRow, standTexts } from "./row-text.ts";
import { usePushWords } from "./words.ts";

/** What rows share: whose they are and what may be done with them. */
export interface RowActs {
  readonly target: Target;
  readonly isBusy: boolean;
  readonly onRetry: (key: string) => void;
}

const icons: Readonly<Record<Worklog["state"], IconName>> = {
  ...({ due: "clock", held: "ring", failed: "alert", sending: "refresh", unknown: "search" } as const),
  done: "check-circle",
};

/** One person's minutes of a date on one task there: what will be written, and how it stands. */
export function WorklogRow({ of, acts }: { of: Worklog; acts: RowActs }) {
  const code = codeOfRow(of);
  return (
    <li className="push-row" data-state={of.state}>
      <Where of={of} />
      <b className="push-minutes">
        <Length minutes={minutesOf(of)} />
      </b>
      <div className="push-more">
        <Note of={of} />
        <Stand of={of} target={acts.target} />
        <Acts of={of} acts={acts} />
        {of.problem !== null && code !== null && (
          <ProblemCode code={of.field === null ? of.problem : `${of.problem} · ${of.field}`} />
        )}
      </div>
    </li>
  );
}

function Where({ of: { person, project, remoteProject, remoteTask } }: { of: Worklog }) {
  const m = usePushWords();
  const there = remoteProject.name ?? remoteProject.id;
  const task = remoteTask === null ? m["push.noTask"] : (remoteTask.name ?? remoteTask.id);
  return (
    <div className="push-where">
      <b>{person.name ?? person.id}</b>
      <p className="td-small td-second">
        {project.name ?? project.id} <span aria-hidden="true">→</span>
        <span className="td-hidden">{m["push.to"]}</span> {there} · {task}
      </p>
    </div>
  );
}

function Note({ of: { note, minutes } }: { of: Worklog }) {
  const m = usePushWords();
  if (minutes === 0) return null;
  return (
    <p className="td-small push-note">
      <span className="td-second">{m["push.write"]}</span> {note === "" ? m["push.noNote"] : note}
    </p>
  );
}

function Stand({ of, target }: { of: Worklog; target: Target }) {
  const m = usePushWords();
  const texts = standTexts(m, of, target);
  if (texts.length === 0) return null;
  return (
    <div className="td-small push-stand">
      <Icon name={icons[of.state]} />
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Acts({ of, acts }: { of: Worklog; acts: RowActs }) {
  const m = usePushWords();
  const isOnline = useOnline();
  const code = codeOfRow(of);
  // What is only held is mended where the reasons are told, for all of them at once.
  if (code === null || (of.problem === null && code !== "not-approved")) return null;
  const day = longDate(of.date, m.lang);
  return (
    <div className="push-acts">
      {of.state === "failed" && (
        <Button
          kind="tint"
          aria-label={m["push.retryOf"](of.person.name ?? of.person.id, day)}
          disabled={!isOnline || acts.isBusy}
          onClick={() => acts.onRetry(of.key)}
        >
          {m["push.retry"]}
        </Button>
      )}
      <ActLink target={acts.target.id} code={code} />
      {code === "not-approved" && (
        <a className="target-act" href={hashOf("hours", of.date, "of", of.person.id)}>
          {m["push.openDay"]}
        </a>
      )}
    </div>
  );
}
