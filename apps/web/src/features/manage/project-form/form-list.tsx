import type { ProjectForm } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { MutationState } from "../mutation-state.tsx";
import { useWriteForm } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

interface FormListProps {
  readonly forms: readonly ProjectForm[];
  readonly chosen: string | null;
  readonly onChoose: (processCode: string) => void;
  readonly onAdd: () => void;
}

/** The forms whose approval makes a project, each to be opened, and to be switched on or off. */
export function FormList({ forms, chosen, onChoose, onAdd }: FormListProps) {
  const m = useWords();
  return (
    <section className="td-card project-form-card" aria-labelledby="project-form-forms">
      <h2 id="project-form-forms" className="project-form-sub">
        {m["projectForm.forms"]}
      </h2>
      {forms.length === 0 && <p className="td-second">{m["projectForm.none"]}</p>}
      <ul className="project-form-rows">
        {forms.map((form) => (
          <FormRow
            key={form.processCode}
            {...{ form, isChosen: form.processCode === chosen }}
            onChoose={() => onChoose(form.processCode)}
          />
        ))}
      </ul>
      <Button block kind="tint" icon="plus" onClick={onAdd}>
        {m["projectForm.add"]}
      </Button>
    </section>
  );
}

interface FormRowProps {
  readonly form: ProjectForm;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function FormRow({ form, isChosen, onChoose }: FormRowProps) {
  const m = useWords();
  const isOnline = useOnline();
  const writing = useWriteForm();
  const { processCode, title, fields, active, version } = form;
  const ids = { label: `form-${processCode}`, about: `form-${processCode}-about` };
  const turn = (next: boolean) => {
    const { name } = fields;
    if (name === undefined) return onChoose();
    writing.mutate({ processCode, input: { title, fields: { ...fields, name }, active: next, version } });
  };
  return (
    <li className="project-form-form">
      <div className="project-form-form-row">
        <button type="button" className="project-form-open" aria-current={isChosen || undefined} onClick={onChoose}>
          <span className="project-form-open-text">
            <b id={ids.label}>{title}</b>
            <span id={ids.about} className="td-small td-second">
              {m["projectForm.mapped"](Object.keys(fields).length)}
              <Icon name="right" />
            </span>
          </span>
        </button>
        <Switch
          isOn={active}
          labelledBy={ids.label}
          describedBy={ids.about}
          disabled={!isOnline || writing.isPending}
          onChange={turn}
        >
          {m[active ? "projectForm.on" : "projectForm.off"]}
        </Switch>
      </div>
      <MutationState {...writing} why={(error) => whyNot(m, error)} />
    </li>
  );
}
