import { useWords } from "./words.ts";

/** The worker's code, for those who have to ask somebody else. */
export function ProblemCode({ code }: { code: string }) {
  const m = useWords();
  return (
    <details className="target-code">
      <summary className="td-small">{m["target.details"]}</summary>
      <code className="td-small">{code}</code>
    </details>
  );
}
