import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Project, Site } from "../../api.ts";
import { distance } from "../../format.ts";
import { problemSentence } from "../../message.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorLine } from "../../ui/error-line.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useUndoable } from "../../undoable.ts";
import { sitesQuery, useChangeSite } from "./project-queries.ts";
import { useWords, type Words } from "./project-words.ts";
import { draftOf, inputOf } from "./site-draft.ts";
import { SiteForm } from "./site-form.tsx";

/** Where a project's work is done; who may change it adds, changes and deletes sites. */
export function ProjectSites({ project }: { project: Project }) {
  const m = useWords();
  const sites = useQuery(sitesQuery(project.id));
  const change = useChangeSite(project.id);
  const { last, tell, forget } = useUndoable();
  const [edited, setEdited] = useState<Site | "new" | null>(null);
  const before = edited === "new" ? null : edited;
  const remove = (site: Site) => {
    setEdited(null);
    const back = { site: site.id, input: inputOf(draftOf(site), site) };
    const onSuccess = () => tell(m["project.siteRemoved"](site.name), () => change.mutate(back));
    change.mutate({ site: site.id, input: null }, { onSuccess });
  };
  return (
    <div className="td-body project-body">
      {change.error && <ErrorLine tone="failure">{m["save.failedWhy"](problemSentence(m, change.error))}</ErrorLine>}
      <Answered query={sites} skeleton={[5, 5]}>
        {(all) => <SiteList sites={all} onEdit={project.editable ? setEdited : null} />}
      </Answered>
      {project.editable && (
        <Button block kind="tint" icon="plus" onClick={() => setEdited("new")}>
          {m["project.addSite"]}
        </Button>
      )}
      <Sheet
        isOpen={edited !== null}
        title={before ? m["project.editSite"](before.name) : m["project.addSite"]}
        onClose={() => setEdited(null)}
      >
        <SiteForm before={before} change={change} onSaved={() => setEdited(null)} onRemove={remove} />
      </Sheet>
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </div>
  );
}

interface SiteListProps {
  readonly sites: readonly Site[];
  /** Null for those who may only read. */
  readonly onEdit: ((site: Site) => void) | null;
}

function SiteList({ sites, onEdit }: SiteListProps) {
  const m = useWords();
  if (sites.length === 0) return <EmptyState>{m["project.noSites"]}</EmptyState>;
  return (
    <ul className="project-sites" aria-label={m["project.sites"]}>
      {sites.map((site) => (
        <li key={site.id} className="td-card project-site">
          <span className="project-person-text">
            <b>{site.name}</b>
            {factsOf(m, site).map((fact) => (
              <span key={fact} className="td-small td-second">
                {fact}
              </span>
            ))}
          </span>
          {onEdit && (
            <button type="button" className="td-plain project-act" onClick={() => onEdit(site)}>
              <span className="project-edit" aria-hidden="true">
                <Icon name="edit" />
                {m["project.edit"]}
              </span>
              <span className="td-hidden">{m["project.editSite"](site.name)}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function factsOf(m: Words, { lat, lng, radius, ssids, machines }: Site): string[] {
  const hasCentre = lat !== null && lng !== null;
  return [
    hasCentre ? m["project.radiusOf"](distance(radius, m.lang)) : m["project.noCentre"],
    ...(ssids.length > 0 ? [m["project.wifiOf"](ssids.join(m["project.between"]))] : []),
    ...(machines.length > 0 ? [m["project.machinesOf"](machines.join(m["project.between"]))] : []),
  ];
}
