import { useId } from "react";
import { useMappingWords } from "./words.ts";

interface SourceSelectProps {
  readonly sources: readonly string[];
  readonly source: string;
  /** What a source is called here, with what it says for the record that is looked at. */
  readonly text: (source: string) => string;
  readonly onChange: (source: string) => void;
}

/** One source of ours. */
export function SourceSelect({ sources, source, text, onChange }: SourceSelectProps) {
  const m = useMappingWords();
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id} className="td-small td-second">
        {m["mapping.source"]}
      </label>
      <select id={id} value={source} onChange={({ target }) => onChange(target.value)}>
        {source === "" && <option value="">{m["mapping.chooseSource"]}</option>}
        {sources.map((one) => (
          <option key={one} value={one}>
            {text(one)}
          </option>
        ))}
        {source !== "" && !sources.includes(source) && <option value={source}>{source}</option>}
      </select>
    </div>
  );
}
