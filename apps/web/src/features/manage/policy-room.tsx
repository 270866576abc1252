import { useQuery } from "@tanstack/react-query";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PolicyBody } from "./policy/policy-body.tsx";
import { policiesQuery } from "./policy/use-policy.ts";
import { useWords } from "./words.ts";
import { useWorkDate } from "./work-date.ts";
import "./policy/policy.css";

/** 规则, `#/manage/policy`: the rules of the company, dated. */
export function PolicyRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  const query = useQuery(policiesQuery);
  const today = useWorkDate();
  useTitle(m["manage.policy"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.policy"]}</h1>
      </div>
      <Answered query={query} skeleton={[3.5, 3.5, 3.5, 3.5, 3.5]}>
        {(view) =>
          today === null ? <Skeleton heights={[3.5, 3.5, 3.5, 3.5, 3.5]} /> : <PolicyBody view={view} today={today} />
        }
      </Answered>
    </>
  );
}
