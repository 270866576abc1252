import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { goTo, hashOf } from "../../route.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { type Pane, Panes } from "./pane.tsx";
import { AddPane } from "./project-form/add-pane.tsx";
import { ApprovalList } from "./project-form/approval-list.tsx";
import { FormList } from "./project-form/form-list.tsx";
import { MappingPane } from "./project-form/mapping-pane.tsx";
import { MisfitCard } from "./project-form/misfit-card.tsx";
import { approvalsQuery, formsQuery } from "./project-form/queries.ts";
import { useWords } from "./project-form/words.ts";
import "./form.css";
import "./project-form/project-form.css";

const root = hashOf("manage", "project-form");

/** 审批建项目, `#/manage/project-form`, `…/{processCode}`: which forms make projects, and what came of them. For admins only. */
export function ProjectFormRoom({ rest }: { rest: readonly string[] }) {
  const m = useWords();
  const processCode = rest[0] ?? null;
  useTitle(m["projectForm.title"]);
  const forms = useQuery(formsQuery);
  const approvals = useQuery(approvalsQuery);
  const [isAdding, setAdding] = useState(false);
  const known = forms.data?.forms ?? [];
  const form = known.find((one) => one.processCode === processCode);
  const latest = approvals.data?.approvals
    .filter((one) => one.processCode === processCode)
    .sort((a, b) => (b.beganAt ?? "").localeCompare(a.beganAt ?? ""))[0];
  const open = (code: string) => {
    setAdding(false);
    goTo(hashOf("manage", "project-form", code), { replace: processCode !== null });
  };
  const close = () => {
    setAdding(false);
    if (processCode !== null) goTo(root, { replace: true });
  };
  const titles = new Map(known.map(({ processCode: code, title }) => [code, title]));
  const adding: Pane = {
    title: m["projectForm.add"],
    body: <AddPane taken={new Set(titles.keys())} onRead={open} />,
  };
  const mapping =
    processCode === null || forms.data === undefined
      ? null
      : {
          title: form?.title ?? m["projectForm.add"],
          body: <MappingPane key={processCode} {...{ processCode, form, latest, onSaved: close }} />,
        };
  return (
    <>
      <div className="td-head project-form-head">
        <h1 className="manage-title">{m["projectForm.title"]}</h1>
        <p className="td-small td-second">{m["projectForm.intro"]}</p>
      </div>
      <Panes pane={isAdding ? adding : mapping} idle={m["projectForm.idle"]} onClose={close}>
        <div className="td-body">
          <Answered query={forms} skeleton={[8]}>
            {() => (
              <>
                <MisfitCard approvals={approvals.data?.approvals ?? []} titles={titles} />
                <FormList forms={known} chosen={processCode} onChoose={open} onAdd={() => setAdding(true)} />
              </>
            )}
          </Answered>
          <Answered query={approvals} skeleton={[4, 4]}>
            {(found) => <ApprovalList approvals={found.approvals} titles={titles} />}
          </Answered>
        </div>
      </Panes>
    </>
  );
}
