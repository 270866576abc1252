import { useQuery } from "@tanstack/react-query";
import type { MappingPreview } from "../../../../api.ts";
import { Icon } from "../../../../ui/icon.tsx";
import { projectNamesQuery } from "./queries.ts";
import { hoursText, type Sample } from "./sample.ts";
import { useMappingWords } from "./words.ts";

interface SampleCardProps {
  readonly preview: MappingPreview;
  readonly sample: Sample;
  readonly onOpen: () => void;
}

/** Which record the fields are shown with, and the way to another. */
export function SampleCard({ preview, sample, onOpen }: SampleCardProps) {
  const m = useMappingWords();
  const projects = useQuery(projectNamesQuery).data ?? [];
  const { task } = preview;
  const named = projects.find(({ id }) => id === task?.projectId)?.shortName ?? task?.record["project.short"] ?? "";
  return (
    <section className="td-card mapping-sample">
      <div>
        <h2 className="td-small td-second">{m["mapping.sample"]}</h2>
        <p>{hoursText(m, preview, { sample, projects })}</p>
        <p className="td-small td-second">
          {task === null ? m["mapping.sample.noTask"] : m["mapping.sample.task"](task.record.title ?? "", named)}
        </p>
      </div>
      <button type="button" className="target-act td-plain" onClick={onOpen}>
        <Icon name="swap" />
        {m["mapping.sample.change"]}
      </button>
    </section>
  );
}
