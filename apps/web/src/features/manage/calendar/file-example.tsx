import { useEffect, useMemo, useState } from "react";
import { Icon } from "../../../ui/icon.tsx";
import { exampleOf } from "./calendar-file.ts";
import { useWords } from "./words.ts";

/** A file to begin with: to load down, and to read where a web view keeps no files. */
export function Example({ year }: { year: number }) {
  const m = useWords();
  const text = useMemo(() => exampleOf(year, m["calendar.fileSource"]), [year, m]);
  const address = useAddress(text);
  return (
    <div>
      <a className="calendar-download" href={address} download={`calendar-${year}.json`}>
        <Icon name="import" />
        {m["calendar.fileExample"]}
      </a>
      <details>
        <summary>{m["calendar.fileShow"]}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
        <pre className="calendar-example" tabIndex={0}>
          {text}
        </pre>
      </details>
    </div>
  );
}

function useAddress(text: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return address;
}
