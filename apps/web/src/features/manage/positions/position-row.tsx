import { Icon } from "../../../ui/icon.tsx";
import type { PositionEntry } from "./position-draft.ts";
import { nameIn, otherNameIn } from "./title-text.ts";
import { useWords } from "./words.ts";

interface PositionRowProps {
  readonly position: PositionEntry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** A position: code, names, how it is written too, and how many bear it. */
export function PositionRow({ position, isOpen, onOpen }: PositionRowProps) {
  const m = useWords();
  const { code, nameZh, nameEn, people } = position;
  const names = [nameZh, nameEn].map((name) => name.toLowerCase());
  const patterns = position.patterns.filter((pattern) => !names.includes(pattern.toLowerCase()));
  return (
    <li className="people-item">
      <button type="button" className="people-row" aria-current={isOpen || undefined} onClick={onOpen}>
        <span className="positions-code">{code}</span>
        <span className="people-row-body">
          <span className="people-row-text">
            <span>
              <b>{nameIn(m, position)}</b> <span className="td-small td-second">{otherNameIn(m, position)}</span>
            </span>
            <span className="td-small td-weak positions-patterns">
              {patterns.length === 0 ? m["position.noPatterns"] : patterns.join(m.lang === "zh" ? "、" : ", ")}
            </span>
          </span>
          <span className={people === 0 ? "td-small td-weak" : undefined}>{m["position.people"](people)}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}
