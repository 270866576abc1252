import { useQuery } from "@tanstack/react-query";
import type { Scopes } from "../../../api.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { CopyBox } from "./copy-box.tsx";
import { scopesQuery } from "./queries.ts";
import { useWords } from "./words.ts";

const tones = { ok: "good", missing: "todo", unseen: "fact" } as const;

/** 权限说明: the least permissions, why each is needed, and what the last calls showed of them. */
export function ScopesPart() {
  const m = useWords();
  const query = useQuery(scopesQuery);
  return (
    <>
      <p className="td-second">{m["link.scopesIntro"]}</p>
      <Answered query={query} skeleton={[7, 7, 7]}>
        {({ scopes }) =>
          (["required", "optional", "granted"] as const).map((need) => (
            <section key={need} className="td-card connection-card" aria-label={m[`link.need.${need}`]}>
              <h2 className="connection-sub">{m[`link.need.${need}`]}</h2>
              <ul className="connection-list">
                {scopes
                  .filter((scope) => scope.need === need)
                  .map((scope) => (
                    <ScopeRow key={scope.name} scope={scope} />
                  ))}
              </ul>
            </section>
          ))
        }
      </Answered>
    </>
  );
}

function ScopeRow({ scope: { name, why, sends, state } }: { scope: Scopes["scopes"][number] }) {
  const m = useWords();
  return (
    <li className="connection-batch">
      <span className="td-row">
        <span className="td-small td-second">{m[sends ? "link.sends" : "link.reads"]}</span>
        <Tag tone={tones[state]}>{m[`link.scope.${state}`]}</Tag>
      </span>
      <span>{why[m.lang]}</span>
      <CopyBox label={m["link.scopeName"]} value={name} />
    </li>
  );
}
