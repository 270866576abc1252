import { useId } from "react";
import type { HookDraft } from "./hook-draft.ts";
import { useProjects } from "./queries.ts";
import { useWords } from "./words.ts";

interface HookFieldsProps {
  readonly draft: HookDraft;
  /** Where it goes now; null for a new one. */
  readonly host: string | null;
  readonly onChange: (draft: HookDraft) => void;
}

/** Name, address and project of a hook. */
export function HookFields({ draft, host, onChange }: HookFieldsProps) {
  const m = useWords();
  const ids = { name: useId(), url: useId() };
  return (
    <>
      <label className="form-field">
        <span className="td-small td-second">{m["hook.name"]}</span>
        <input
          type="text"
          value={draft.name}
          maxLength={64}
          autoComplete="off"
          aria-describedby={ids.name}
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
        />
        <span id={ids.name} className="td-small td-weak">
          {m["hook.nameHint"]}
        </span>
      </label>
      <label className="form-field">
        <span className="td-small td-second">{m["hook.url"]}</span>
        <input
          type="url"
          inputMode="url"
          value={draft.url}
          maxLength={2000}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={m[`hook.url.${draft.kind}`]}
          aria-describedby={ids.url}
          onChange={({ target }) => onChange({ ...draft, url: target.value })}
        />
        <span id={ids.url} className="td-small td-weak">
          {host === null ? m["hook.urlHint"] : m["hook.urlAgain"](host)}
        </span>
      </label>
      <ProjectField value={draft.projectId} onChange={(projectId) => onChange({ ...draft, projectId })} />
    </>
  );
}

interface ProjectFieldProps {
  readonly value: string | null;
  readonly onChange: (project: string | null) => void;
}

function ProjectField({ value, onChange }: ProjectFieldProps) {
  const m = useWords();
  const hint = useId();
  const projects = useProjects();
  const isThere = value === null || projects.some(({ id }) => id === value);
  return (
    <label className="form-field">
      <span className="td-small td-second">{m["hook.project"]}</span>
      <select value={value ?? ""} aria-describedby={hint} onChange={({ target }) => onChange(target.value || null)}>
        <option value="">{m["hook.project.all"]}</option>
        {!isThere && <option value={value}>{value}</option>}
        {projects.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {value !== null && (
        <span id={hint} className="td-small td-weak">
          {m["hook.projectHint"]}
        </span>
      )}
    </label>
  );
}
