import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FormQuestions, ProjectForm } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { codeOf } from "../../../problem.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { CheckField } from "../check-field.tsx";
import { MutationState } from "../mutation-state.tsx";
import { FieldSelect } from "./field-select.tsx";
import { type FieldName, fieldNames, fittingOf, guessOf, type Mapping, mapped, unfit } from "./fields.ts";
import { Preview } from "./preview.tsx";
import { questionsQuery, useWriteForm } from "./queries.ts";
import type { Approval } from "./said-text.ts";
import { useWords, whyNot } from "./words.ts";

interface MappingPaneProps {
  readonly processCode: string;
  /** The form as it was saved; undefined for one that is added. */
  readonly form: ProjectForm | undefined;
  readonly latest: Approval | undefined;
  readonly onSaved: () => void;
}

/** Which field of a form says what of a project; its fields are asked of DingTalk. */
export function MappingPane({ processCode, form, latest, onSaved }: MappingPaneProps) {
  const m = useWords();
  const query = useQuery(questionsQuery(processCode));
  const writing = useWriteForm();
  if (query.error !== null && codeOf(query.error) === "not-found") {
    return <EmptyState>{m["projectForm.problem.not-found"]}</EmptyState>;
  }
  return (
    <Answered query={query} skeleton={[4, 4, 4, 4]}>
      {(read) => <MappingForm key={form?.version ?? 0} {...{ processCode, form, latest, read, writing, onSaved }} />}
    </Answered>
  );
}

interface MappingFormProps extends MappingPaneProps {
  readonly read: FormQuestions;
  readonly writing: ReturnType<typeof useWriteForm>;
}

function MappingForm({ processCode, form, latest, read, writing, onSaved }: MappingFormProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [mapping, setMapping] = useState<Mapping>(() => form?.fields ?? guessOf(read.questions));
  const [active, setActive] = useState(form?.active ?? true);
  const { name } = mapping;
  const save = () => {
    if (name === undefined) return;
    const title = read.title || form?.title || processCode;
    const input = { title, fields: { ...mapping, name }, active, version: form?.version ?? 0 };
    writing.mutate({ processCode, input }, { onSuccess: onSaved });
  };
  return (
    <div className="form">
      {form === undefined && <p className="td-small td-second">{m["projectForm.guessed"]}</p>}
      <Fields
        {...{ mapping, questions: read.questions }}
        onChoose={(field, id) => setMapping(mapped(mapping, field, id))}
      />
      <Preview {...{ mapping, questions: read.questions, latest }} />
      <CheckField
        name={m["projectForm.makes"]}
        effect={m["projectForm.activeWhy"]}
        value={active}
        onChange={setActive}
      />
      <div className="form-foot">
        {!isOnline && <p className="td-small form-fault">{m["projectForm.offline"]}</p>}
        {name === undefined && <p className="td-small form-fault">{m["projectForm.nameNeeded"]}</p>}
        <MutationState {...writing} why={(error) => whyNot(m, error)} />
        <Button block kind="primary" disabled={!isOnline || name === undefined || writing.isPending} onClick={save}>
          {m[active ? "projectForm.saveOn" : "projectForm.save"]}
        </Button>
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly mapping: Mapping;
  readonly questions: FormQuestions["questions"];
  readonly onChoose: (name: FieldName, id: string | null) => void;
}

function Fields({ mapping, questions, onChoose }: FieldsProps) {
  const m = useWords();
  const none = unfit(questions, mapping);
  return (
    <>
      {fieldNames
        .filter((name) => mapping[name] !== undefined || fittingOf(name, questions).length > 0)
        .map((name) => (
          <FieldSelect key={name} {...{ name, mapping, questions, onChoose }} />
        ))}
      {none.length > 0 && (
        <p className="td-small td-weak">
          {m["projectForm.noneFits"](
            none.map((name) => m[`projectForm.field.${name}`]).join(m.lang === "zh" ? "、" : ", "),
          )}
        </p>
      )}
    </>
  );
}
