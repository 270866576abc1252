import { useEffect, useState } from "react";
import { loadPinyin, needsPinyin, type PinyinMatch } from "../project-search.ts";
import { Icon } from "./icon.tsx";
import "./search-field.css";

interface SearchFieldProps {
  /** What is looked for and by what; it stands in the empty field. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field to find something in a list. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <label className="td-search">
      <Icon name="search" />
      <span className="td-hidden">{label}</span>
      <input type="search" value={value} placeholder={label} onChange={(e) => onChange(e.target.value)} />
    </label>
  );
}

/** What reads names by their pinyin, as soon as a query needs it and it is there. */
export function usePinyin(query: string): PinyinMatch | null {
  const [pinyin, setPinyin] = useState<PinyinMatch | null>(null);
  const isNeeded = needsPinyin(query) && pinyin === null;
  useEffect(() => {
    if (isNeeded)
      loadPinyin().then(
        (match) => setPinyin(() => match),
        () => undefined,
      );
  }, [isNeeded]);
  return pinyin;
}
