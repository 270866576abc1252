import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { monthApi } from "../../api-month.ts";
import { shortDate } from "../../format.ts";
import { problemSentence } from "../../message.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { Tag } from "../../ui/tag.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { useWords } from "./import-words.ts";
import { type Progress, useImport } from "./use-import.ts";
import "./import.css";

/** 导入, `#/manage/import`: DingTalk's exported attendance as punches. */
export function ImportRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  const work = useImport();
  useTitle(m["manage.import"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.import"]}</h1>
        <p className="td-small td-second">{m["import.intro"]}</p>
      </div>
      <div className="td-body import-body">
        <FileChooser isBusy={work.progress !== null && work.progress.state !== "unreadable"} onFile={work.open} />
        <Going
          progress={work.progress}
          error={work.sending.error}
          onRetry={() => work.opened && work.show(work.opened)}
        />
        {work.view && <ImportPreview work={work} view={work.view} />}
        <Earlier onOpen={work.setView} />
      </div>
    </>
  );
}

function FileChooser({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const m = useWords();
  const id = useId();
  return (
    <section className="td-card import-chooser">
      <label htmlFor={id} className="import-file">
        {m["import.choose"]}
      </label>
      <input
        id={id}
        type="file"
        accept=".xlsx,.xls"
        disabled={isBusy}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          target.value = "";
        }}
      />
      <p className="td-small td-second">{m["import.how"]}</p>
      <p className="td-small td-weak">{m["import.kinds"]}</p>
    </section>
  );
}

function Going({ progress, error, onRetry }: { progress: Progress; error: Error | null; onRetry: () => void }) {
  const m = useWords();
  if (progress === null) {
    return error && <SaveState of={{ state: "failed", why: problemSentence(m, error), onRetry }} />;
  }
  if (progress.state === "sending") {
    const { done, all } = progress;
    return (
      <p role="status">
        <progress max={all} value={done} /> {m["import.reading"](done, all)}
      </p>
    );
  }
  return <p role="status">{m[`import.${progress.state}`]}</p>;
}

function Earlier({ onOpen }: { onOpen: ReturnType<typeof useImport>["setView"] }) {
  const m = useWords();
  const query = useQuery({ queryKey: ["imports"], queryFn: monthApi.imports });
  return (
    <section>
      <h2 className="import-title">{m["import.earlier"]}</h2>
      <Answered query={query} skeleton={[3.5, 3.5]}>
        {({ imports }) =>
          imports.length === 0 ? (
            <EmptyState>{m["import.none"]}</EmptyState>
          ) : (
            <ul className="td-card import-list">
              {imports.map((one) => (
                <li key={one.id}>
                  <button type="button" className="td-plain import-row" onClick={() => onOpen(one)}>
                    <span>
                      <b>{one.fileName}</b>
                      <span className="td-small td-second">
                        {`${shortDate(one.madeAt.slice(0, 10))} ${one.madeAt.slice(11, 16)} ${one.madeBy.name}`}
                      </span>
                    </span>
                    <Tag tone={one.state === "ready" ? "todo" : "fact"}>{m[`import.state.${one.state}`]}</Tag>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}
