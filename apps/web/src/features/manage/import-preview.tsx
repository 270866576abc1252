import type { ImportView } from "../../api.ts";
import { clockTime, longDate } from "../../format.ts";
import { problemSentence } from "../../message.ts";
import { Button } from "../../ui/button.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { useWords } from "./import-words.ts";
import type { useImport } from "./use-import.ts";

type Work = ReturnType<typeof useImport>;

/** What was understood of a sheet, what was not, and the button that makes punches of it. */
export function ImportPreview({ work, view }: { work: Work; view: ImportView }) {
  const m = useWords();
  const count = (number: number) => number.toLocaleString(m.lang);
  return (
    <section className="td-card import-preview" aria-label={view.fileName}>
      <h2>{view.fileName}</h2>
      {work.opened && <OtherSheets work={work} />}
      {view.from !== null && view.to !== null && (
        <>
          <p className="import-figure">{m["import.found"](count(view.punches), count(view.people))}</p>
          <p className="td-second">{m["import.range"](longDate(view.from, m.lang), longDate(view.to, m.lang))}</p>
        </>
      )}
      {view.known > 0 && <p className="td-small td-second">{m["import.known"](count(view.known))}</p>}
      <Problems view={view} />
      <Columns view={view} />
      <Sample view={view} />
      <Ending work={work} view={view} />
    </section>
  );
}

function OtherSheets({ work }: { work: Work }) {
  const m = useWords();
  const { opened } = work;
  if (opened === null) return null;
  const others = opened.sheets.filter((sheet) => sheet !== opened.shown && sheet.rows.length > 0);
  return (
    <>
      <p className="td-small td-second">{m["import.sheet"](opened.shown.name)}</p>
      {others.length > 0 && (
        <fieldset className="import-sheets">
          <legend className="td-small td-weak">{m["import.otherSheet"]}</legend>
          {others.map((sheet) => (
            <Button key={sheet.name} onClick={() => work.show({ ...opened, shown: sheet })}>
              {sheet.name}
            </Button>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Problems({ view: { problems, problemCount } }: { view: ImportView }) {
  const m = useWords();
  const [first] = problems;
  if (first === undefined) return null;
  if (first.code === "header-missing") return <p className="import-problem">{m["import.header-missing"]}</p>;
  const more = problemCount - problems.length;
  return (
    <details className="import-problems" open={problemCount <= 5}>
      <summary>{m["import.problems"](problemCount.toLocaleString(m.lang))}</summary>
      <p className="td-small td-second">{m["import.wholeDays"]}</p>
      <ul>
        {problems.map(({ row, code, text }) => (
          <li key={`${row} ${code}`}>
            <b>{m["import.row"](row + 1)}</b> {text}
            <span className="td-small td-second">{m[`import.${code}`]}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="td-small td-weak">{m["import.moreProblems"](more.toLocaleString(m.lang))}</p>}
    </details>
  );
}

function Columns({ view: { columns } }: { view: ImportView }) {
  const m = useWords();
  const known = Object.entries(columns).flatMap(([name, heading]) => {
    const key = `import.column.${name}`;
    return key in m ? [[m[key as "import.column.name"], heading] as const] : [];
  });
  if (known.length === 0) return null;
  return (
    <details>
      <summary>{m["import.columns"]}</summary>
      <dl className="import-columns">
        {known.map(([name, heading]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{heading}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Sample({ view: { sample } }: { view: ImportView }) {
  const m = useWords();
  if (sample.length === 0) return null;
  return (
    <>
      <h3 className="td-small td-weak">{m["import.sample"]}</h3>
      <ul className="import-sample">
        {sample.map(({ row, person, date, minutes }) => (
          <li key={row}>
            <b>{person.name}</b> <span className="td-second">{longDate(date, m.lang)}</span>
            <span>{minutes.map((minute) => clockTime(minute, m.lang)).join("  ")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ending({ work: { confirming, dropping }, view }: { work: Work; view: ImportView }) {
  const m = useWords();
  const news = (view.punches - view.known).toLocaleString(m.lang);
  if (view.state === "done") return <p role="status">{m["import.done"](news)}</p>;
  if (view.state === "dropped") return <p role="status">{m["import.state.dropped"]}</p>;
  const error = confirming.error ?? dropping.error;
  const isBusy = confirming.isPending || dropping.isPending;
  return (
    <div className="import-ending">
      {view.punches > 0 && view.state === "ready" && (
        <>
          <p className="td-small td-weak">{m["import.closedDays"]}</p>
          <Button kind="primary" block tall disabled={isBusy} onClick={() => confirming.mutate(view.id)}>
            {view.punches > view.known ? m["import.confirm"](news) : m["import.nothingNew"]}
          </Button>
        </>
      )}
      <Button kind="quiet" block disabled={isBusy} onClick={() => dropping.mutate(view.id)}>
        {m["import.drop"]}
      </Button>
      {confirming.isPending && <SaveState of={{ state: "saving" }} />}
      {error && <SaveState of={{ state: "failed", why: problemSentence(m, error) }} />}
    </div>
  );
}
