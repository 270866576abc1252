import { useState } from "react";
import type { Site } from "../../api.ts";
import { problemSentence } from "../../message.ts";
import { newId } from "../../phone-world.ts";
import { Button } from "../../ui/button.tsx";
import { SaveState, type Saving } from "../../ui/save-state.tsx";
import { Field } from "./field.tsx";
import type { useChangeSite } from "./project-queries.ts";
import { useWords } from "./project-words.ts";
import { draftOf, faultsOf, inputOf, type SiteDraft, type SiteFaults } from "./site-draft.ts";

interface SiteFormProps {
  /** Null for a new site. */
  readonly before: Site | null;
  readonly change: ReturnType<typeof useChangeSite>;
  readonly onSaved: () => void;
  readonly onRemove: (site: Site) => void;
}

/** A site by numbers. What is wrong is said at its field, once somebody has tried to save. */
export function SiteForm({ before, change, onSaved, onRemove }: SiteFormProps) {
  const m = useWords();
  const [id] = useState(() => before?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(before));
  const [hasTried, setTried] = useState(false);
  const faults = faultsOf(draft);
  const save = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    change.mutate({ site: id, input: inputOf(draft, before) }, { onSuccess: onSaved });
  };
  return (
    <div className="project-form">
      <Fields draft={draft} faults={hasTried ? faults : {}} onChange={setDraft} />
      <Saved of={change} />
      <Button block kind="primary" disabled={change.isPending} onClick={save}>
        {m["project.save"]}
      </Button>
      {before && (
        <Button block kind="quiet" disabled={change.isPending} onClick={() => onRemove(before)}>
          {m["project.removeSite"]}
        </Button>
      )}
    </div>
  );
}

interface FieldsProps {
  readonly draft: SiteDraft;
  readonly faults: SiteFaults;
  readonly onChange: (draft: SiteDraft) => void;
}

function Fields({ draft, faults, onChange }: FieldsProps) {
  const m = useWords();
  const bind = (name: keyof SiteDraft) => {
    const fault = faults[name];
    return {
      value: draft[name],
      fault: fault === undefined ? null : m[`project.${fault}`],
      onChange: (value: string) => onChange({ ...draft, [name]: value }),
    };
  };
  return (
    <>
      <Field label={m["project.siteName"]} {...bind("name")} />
      <div className="project-pair">
        <Field label={m["project.latitude"]} kind="decimal" {...bind("lat")} />
        <Field label={m["project.longitude"]} kind="decimal" {...bind("lng")} />
      </div>
      <p className="td-small td-weak">{m["project.coordinates"]}</p>
      <Field label={m["project.radius"]} kind="numeric" {...bind("radius")} />
      <Field label={m["project.wifi"]} kind="lines" {...bind("ssids")} />
      <Field label={m["project.machines"]} kind="lines" {...bind("machines")} />
    </>
  );
}

function Saved({ of: { isPending, error } }: { of: ReturnType<typeof useChangeSite> }) {
  const m = useWords();
  if (!isPending && error === null) return null;
  const saving: Saving = isPending ? { state: "saving" } : { state: "failed", why: problemSentence(m, error) };
  return <SaveState of={saving} />;
}
