import { useState } from "react";
import { Icon } from "../../../../ui/icon.tsx";
import { chipsOf } from "./sources.ts";
import { sourceText, useMappingWords } from "./words.ts";

interface SourceChipsProps {
  readonly sources: readonly string[];
  /** What they say for the record that is looked at; null without one. */
  readonly record: Readonly<Record<string, string>> | null;
  readonly onTap: (source: string) => void;
}

/** What can be put into a text; a tap puts it where one types. */
export function SourceChips({ sources, record, onTap }: SourceChipsProps) {
  const m = useMappingWords();
  const [isWhole, setWhole] = useState(false);
  const { first, rest } = chipsOf(sources);
  return (
    <div className="mapping-sources">
      <p className="td-small td-second">{m["mapping.add"]}</p>
      <ul>
        {[...first, ...(isWhole ? rest : [])].map((source) => (
          <li key={source}>
            <button
              type="button"
              className="mapping-source"
              // The field keeps the focus, so that one goes on typing behind the chip.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTap(source)}
            >
              <Icon name="plus" />
              <span>{sourceText(m, source)}</span>
              {record?.[source] && <span className="td-small td-second mapping-source-says">{record[source]}</span>}
            </button>
          </li>
        ))}
        {!isWhole && rest.length > 0 && (
          <li>
            <button type="button" className="mapping-source" onClick={() => setWhole(true)}>
              {m["mapping.more"]}
              <Icon name="down" />
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
