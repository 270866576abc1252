import type { TargetCheck } from "../../../../api.ts";
import { Icon } from "../../../../ui/icon.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { choiceText, Filling } from "./filling.tsx";
import type { Told } from "./told.ts";
import type { Field, Rule } from "./way.ts";
import { flawText, useMappingWords } from "./words.ts";

interface FieldRowProps {
  readonly field: Field;
  readonly rule: Rule | null;
  readonly told: Told;
  readonly offers: TargetCheck["offers"];
  readonly isChanged: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** One field of theirs: what fills it, what that makes of a real record, and what does not fit. */
export function FieldRow({ field, rule, told, offers, isChanged, isOpen, onOpen }: FieldRowProps) {
  const m = useMappingWords();
  return (
    <li>
      <button type="button" className="mapping-row" aria-current={isOpen || undefined} onClick={onOpen}>
        <span className="mapping-row-text">
          <span className="mapping-row-name">
            <b>{field.label[m.lang]}</b>
            {field.required && <Tag>{m["mapping.required"]}</Tag>}
            {isChanged && <Tag tone="blue">{m["mapping.changed"]}</Tag>}
          </span>
          <span className="td-small td-second">
            <Filling {...{ field, rule, offers }} />
          </span>
          {rule !== null && told.value !== null && told.value !== "" && (
            <span className="mapping-row-value">
              <span className="td-hidden">{m["mapping.fills"]} </span>
              {choiceText(m, { field, offers }, told.value)}
            </span>
          )}
          {told.problems.map((problem) => (
            <span key={problem} className="td-small form-fault">
              {flawText(m, problem)}
            </span>
          ))}
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}
