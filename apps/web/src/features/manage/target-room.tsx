import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ConnectForm } from "./target/connect-form.tsx";
import { Overview } from "./target/overview.tsx";
import { companyPartOf, type TargetPart, targetPartOf } from "./target/part.ts";
import { companyParts, targetParts } from "./target/part-table.ts";
import { ProductList } from "./target/product-list.tsx";
import { connectorsQuery, targetQuery } from "./target/queries.ts";
import { TargetList } from "./target/target-list.tsx";
import { useWords } from "./target/words.ts";
import "./form.css";
import "./target/target.css";

const ComparableList = lazy(() =>
  import("./target/comparison/comparable-list.tsx").then((found) => ({ default: found.ComparableList })),
);

/**
 * 对接, `#/manage/target`, `…/new/redmine`, `…/{id}`, `…/{id}/projects`, `…/hooks`, `…/keys`: products our hours go to. For admins;
 * HR and finance find what can be compared, and the comparison.
 */
export function TargetRoom({ rest: [first, second, ...rest] }: { rest: readonly string[] }) {
  const m = useWords();
  const isAdmin = useIsAdmin();
  useTitle(m["target.title"]);
  const company = companyPartOf(first);
  if (company !== null) {
    const Part = companyParts[company];
    return (
      <PartPage
        title={m[`target.part.${company}`]}
        back={second === undefined ? m["target.all"] : m[`target.part.${company}`]}
        to={second === undefined ? hashOf("manage", "target") : hashOf("manage", "target", company)}
      >
        <Part target="" rest={second === undefined ? rest : [second, ...rest]} />
      </PartPage>
    );
  }
  const part = targetPartOf(second);
  if (first === undefined) return isAdmin ? <TargetList /> : <ComparableList />;
  if (first === "new") return <Connecting kind={second ?? null} />;
  if (part !== null) return <OfTarget key={first} target={first} name={part} rest={rest} />;
  return second === undefined ? <Overview key={first} id={first} /> : <EmptyState>{m["shell.nothingHere"]}</EmptyState>;
}

function useIsAdmin(): boolean {
  return useSession()?.person.roles.includes("admin") ?? false;
}

function Connecting({ kind }: { kind: string | null }) {
  const m = useWords();
  const query = useQuery(connectorsQuery);
  if (kind === null) {
    return (
      <PartPage title={m["target.choose"]} back={m["target.all"]} to={hashOf("manage", "target")}>
        <ProductList />
      </PartPage>
    );
  }
  const product = query.data?.connectors.find((one) => one.kind === kind);
  const title = m["target.connect"](product?.title[m.lang] ?? "");
  return (
    <PartPage title={title} back={m["target.choose"]} to={hashOf("manage", "target", "new")}>
      <div className="td-body">
        <Answered query={query} skeleton={[24]}>
          {() =>
            product === undefined ? (
              <EmptyState>{m["target.unknownKind"]}</EmptyState>
            ) : (
              <ConnectForm key={kind} product={product} />
            )
          }
        </Answered>
      </div>
    </PartPage>
  );
}

interface OfTargetProps {
  readonly target: string;
  readonly name: TargetPart;
  readonly rest: readonly string[];
}

function OfTarget({ target, name, rest }: OfTargetProps) {
  const m = useWords();
  const isAdmin = useIsAdmin();
  const shown = useQuery({ ...targetQuery(target), enabled: isAdmin }).data;
  const Part = targetParts[name];
  return (
    <PartPage
      title={m[`target.part.${name}`]}
      back={shown?.name ?? m["target.title"]}
      to={isAdmin ? hashOf("manage", "target", target) : hashOf("manage", "target")}
    >
      <Part target={target} rest={rest} />
    </PartPage>
  );
}

interface PartPageProps {
  readonly title: string;
  /** Where the way back leads, in words. */
  readonly back: string;
  readonly to: string;
  readonly children: ReactNode;
}

function PartPage({ title, back, to, children }: PartPageProps) {
  return (
    <>
      <div className="td-head target-part-head">
        <a className="target-back" href={to}>
          <Icon name="left" />
          {back}
        </a>
        <h1 className="manage-title">{title}</h1>
      </div>
      <Suspense fallback={<Skeleton heights={[4, 4, 4]} />}>{children}</Suspense>
    </>
  );
}
