import { instantText } from "../date-text.ts";
import type { Mapping, Question } from "./fields.ts";
import { type Approval, previewOf } from "./said-text.ts";
import { useWords } from "./words.ts";

interface PreviewProps {
  readonly mapping: Mapping;
  readonly questions: readonly Question[];
  /** The latest approval on the form; undefined where there is none. */
  readonly latest: Approval | undefined;
}

/** How the latest approval would be read by a mapping. */
export function Preview({ mapping, questions, latest }: PreviewProps) {
  const m = useWords();
  if (latest === undefined) return <p className="td-small td-second">{m["projectForm.previewNone"]}</p>;
  const when = latest.beganAt === null ? "" : instantText(latest.beganAt);
  return (
    <section className="project-form-preview" aria-live="polite">
      <h3 className="td-small td-second">{m["projectForm.preview"](latest.by ?? "", when)}</h3>
      <dl>
        {previewOf(mapping, questions, latest).map(({ field, text }) => (
          <div key={field}>
            <dt className="td-second">{m[`projectForm.field.${field}`]}</dt>
            <dd className={text ? undefined : "td-weak"}>
              {text ?? m["projectForm.previewUnread"]}
              {text === "" && m["projectForm.previewEmpty"]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
