import { useQuery } from "@tanstack/react-query";
import { hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { abilityWords } from "./ability-text.ts";
import { connectorsQuery } from "./queries.ts";
import { useWords } from "./words.ts";

/** Which product is connected, `#/manage/target/new`, with what each can do. */
export function ProductList() {
  const m = useWords();
  const query = useQuery(connectorsQuery);
  return (
    <div className="td-body">
      <Answered query={query} skeleton={[6, 6, 6, 6, 6]}>
        {({ connectors }) => (
          <ul className="target-products">
            {connectors.map(({ kind, title, abilities }) => (
              <li key={kind}>
                <a className="td-card target-card" href={hashOf("manage", "target", "new", kind)}>
                  <span className="target-row-text">
                    <b className="target-name">{title[m.lang]}</b>
                    <span className="td-small td-second">
                      {abilityWords(m, abilities).join(m.lang === "zh" ? "，" : ", ")}
                    </span>
                  </span>
                  <Icon name="right" />
                </a>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </div>
  );
}
