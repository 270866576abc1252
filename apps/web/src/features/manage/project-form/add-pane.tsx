import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { knownQuery } from "./queries.ts";
import { useWords } from "./words.ts";

const code = /^[\w-]{1,64}$/;

interface AddPaneProps {
  /** The forms that are there already. */
  readonly taken: ReadonlySet<string>;
  readonly onRead: (processCode: string) => void;
}

/** Which form to add: one that was met before, or by its code, with where DingTalk shows it. */
export function AddPane({ taken, onRead }: AddPaneProps) {
  const m = useWords();
  const known = useQuery(knownQuery).data?.forms ?? [];
  const offered = known.filter(
    ({ processCode, kind }) => kind === null && code.test(processCode) && !taken.has(processCode),
  );
  return (
    <div className="form">
      {offered.length > 0 && (
        <section>
          <h3 className="td-small td-second">{m["projectForm.known"]}</h3>
          <ul className="project-form-rows">
            {offered.map(({ processCode, title }) => (
              <li key={processCode}>
                <button type="button" className="project-form-open" onClick={() => onRead(processCode)}>
                  <span className="project-form-open-text">
                    <b>{title}</b>
                  </span>
                  <Icon name="right" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CodeForm isSecond={offered.length > 0} onRead={onRead} />
    </div>
  );
}

function CodeForm({ isSecond, onRead }: { isSecond: boolean } & Pick<AddPaneProps, "onRead">) {
  const m = useWords();
  const [typed, setTyped] = useState("");
  const wish = typed.trim();
  const isOdd = wish !== "" && !code.test(wish);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (wish !== "" && !isOdd) onRead(wish);
      }}
    >
      <div className="form-field">
        <label htmlFor="project-form-code" className="td-small td-second">
          {m[isSecond ? "projectForm.orByCode" : "projectForm.byCode"]}
        </label>
        <input
          id="project-form-code"
          value={typed}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={m["projectForm.codeHint"]}
          aria-describedby="project-form-code-why"
          aria-invalid={isOdd}
          onChange={({ target }) => setTyped(target.value)}
        />
        <p id="project-form-code-why" className={isOdd ? "td-small form-fault" : "td-small td-second"}>
          {m[isOdd ? "projectForm.codeFault" : "projectForm.where"]}
        </p>
        <p className="td-small td-weak">{m["projectForm.whereChecked"]}</p>
      </div>
      <Button block kind="primary" disabled={wish === "" || isOdd} onClick={() => onRead(wish)}>
        {m["projectForm.read"]}
      </Button>
      <p className="td-small td-weak">{m["projectForm.readCost"]}</p>
    </form>
  );
}
