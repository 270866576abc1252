import { useQuery } from "@tanstack/react-query";
import { hashOf } from "../../../../route.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import type { PartProps } from "../part.ts";
import { HookList } from "./hook-list.tsx";
import { HookPage } from "./hook-page.tsx";
import { hooksQuery } from "./queries.ts";
import { useWords } from "./words.ts";
import "../../form.css";
import "../../connection/connection.css";
import "./hooks.css";

const listHash = hashOf("manage", "target", "hooks");

/** 推送地址, `#/manage/target/hooks` and `…/hooks/{id}`: other programs that are told what happens, and what became of it. For admins. */
export function HooksPart({ rest: [id] }: PartProps) {
  const m = useWords();
  const query = useQuery(hooksQuery);
  return (
    <div className="td-body hooks">
      <Answered query={query} skeleton={[5, 5, 5]}>
        {({ hooks, types }) => {
          if (id === undefined) return <HookList hooks={hooks} types={types} />;
          const hook = hooks.find((one) => one.id === id);
          if (hook !== undefined) return <HookPage key={id} hook={hook} types={types} />;
          return (
            <EmptyState action={<Button onClick={() => location.assign(listHash)}>{m["hook.all"]}</Button>}>
              {m["hook.gone"]}
            </EmptyState>
          );
        }}
      </Answered>
    </div>
  );
}
