import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Target } from "../../../api.ts";
import { hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Sheet } from "../../../ui/sheet.tsx";
import { HoursCard } from "./hours-card.tsx";
import { ProblemCard } from "./problem-card.tsx";
import { PushingCard } from "./pushing-card.tsx";
import { targetQuery, titleOf, useProducts } from "./queries.ts";
import { RemoveForm } from "./remove-form.tsx";
import { RunsCard } from "./runs-card.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { StandTag } from "./stand-tag.tsx";
import { StepList } from "./step-list.tsx";
import { useWords } from "./words.ts";

/** One target, `#/manage/target/{id}`: how it stands, the steps to it, and what of it can be done. */
export function Overview({ id }: { id: string }) {
  const query = useQuery(targetQuery(id));
  return (
    <Answered query={query} skeleton={[5, 14, 10, 8]}>
      {(target) => <OfTarget target={target} />}
    </Answered>
  );
}

type Opened = "settings" | "remove";

function OfTarget({ target }: { target: Target }) {
  const m = useWords();
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  // Who begins is led through the steps; later what goes out comes first.
  const isOn = target.state === "on";
  return (
    <>
      <Head target={target} onSettings={() => setOpen("settings")} />
      <div className="td-body target-panes">
        {target.problem !== null && <ProblemCard target={target} onSettings={() => setOpen("settings")} />}
        <div className="target-pane">
          {isOn ? <PushingCard target={target} /> : <StepList target={target} />}
          {isOn ? <HoursCard target={target} /> : <PushingCard target={target} />}
        </div>
        <div className="target-pane">
          {isOn ? <StepList target={target} /> : <HoursCard target={target} />}
          <RunsCard target={target} />
          <button type="button" className="td-plain target-remove" onClick={() => setOpen("remove")}>
            {m["target.remove"]}
          </button>
        </div>
      </div>
      <Sheet isOpen={open === "settings"} title={m["target.settings"]} onClose={close}>
        <SettingsForm target={target} onSaved={close} />
      </Sheet>
      <Sheet isOpen={open === "remove"} title={m["target.removeTitle"](target.name)} onClose={close}>
        <RemoveForm target={target} onKeep={close} />
      </Sheet>
    </>
  );
}

function Head({ target, onSettings }: { target: Target; onSettings: () => void }) {
  const m = useWords();
  const title = titleOf(useProducts(), target.kind, m.lang);
  const about = [
    title === target.name ? "" : title,
    target.account === null ? m["target.noAccount"] : m["target.account"](target.account),
    m[`target.pace.${target.pace}`],
  ];
  return (
    <div className="td-head target-part-head">
      <div className="td-row">
        <a className="target-back" href={hashOf("manage", "target")}>
          <Icon name="left" />
          {m["target.all"]}
        </a>
        <button type="button" className="td-plain target-act" onClick={onSettings}>
          <Icon name="rules" />
          {m["target.settings"]}
        </button>
      </div>
      <div className="target-title">
        <h1 className="manage-title">{target.name}</h1>
        <StandTag target={target} />
      </div>
      <p className="td-small td-second">{about.filter(Boolean).join(" · ")}</p>
    </div>
  );
}
