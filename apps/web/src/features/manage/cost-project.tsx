import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonCosts } from "../../api.ts";
import { yuan } from "../../money.ts";
import { hashOf } from "../../route.ts";
import { Answered } from "../../ui/answered.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useIsWide } from "../../ui/media.ts";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { Tag } from "../../ui/tag.tsx";
import { CostFigures, CostHead, type CostShown, PartsChoice, WithoutRate } from "./cost-head.tsx";
import type { Parts } from "./cost-parts.ts";
import { projectCostsQuery } from "./cost-queries.ts";
import { CostParts, CostTable } from "./cost-table.tsx";
import { useWords } from "./cost-words.ts";

/** What one project has cost, person by person, the most first. */
export function CostProject({ id, ...shown }: CostShown & { id: string }) {
  const m = useWords();
  const query = useQuery(projectCostsQuery(id, shown.range));
  const project = query.data?.project;
  return (
    <>
      <CostHead {...shown} project={id}>
        <a className="cost-back" href={hashOf("manage", "cost")}>
          <Icon name="left" />
          {m["cost.back"]}
        </a>
        <h1 className="manage-title cost-title">
          {project && <ProjectMark project={project} />}
          {project?.name ?? m["manage.cost"]}
        </h1>
      </CostHead>
      <Answered query={query} skeleton={[4, 3, 8, 8, 8]}>
        {(costs) => <Answer costs={costs} />}
      </Answered>
    </>
  );
}

function Answer({ costs }: { costs: PersonCosts }) {
  const m = useWords();
  const isWide = useIsWide();
  const [by, setBy] = useState<Parts>("kind");
  const rows = [...costs.rows].sort((a, b) => b.money.fen - a.money.fen || b.minutes - a.minutes);
  const withoutRate = rows.filter(({ money }) => money.withoutRate > 0).length;
  if (rows.length === 0) return <EmptyState>{m["report.noHours"]}</EmptyState>;
  return (
    <>
      <CostFigures total={costs.total} />
      <div className="td-body cost-body">
        <WithoutRate minutes={costs.total.money.withoutRate} people={withoutRate} />
        {isWide && <PartsChoice by={by} onChange={setBy} />}
        {isWide ? (
          <CostTable
            rows={rows}
            total={costs.total}
            by={by}
            head={m["cost.person"]}
            keyOf={({ person }) => person.id}
            nameOf={(row) => <PersonName row={row} />}
          />
        ) : (
          <Cards rows={rows} />
        )}
        <a className="cost-way" href={hashOf("team", "projects", costs.project.id)}>
          {m["cost.openReport"]}
        </a>
      </div>
    </>
  );
}

type Row = PersonCosts["rows"][number];

function Cards({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="td-card cost-people">
      {rows.map((row) => (
        <li key={row.person.id}>
          <span className="cost-person">
            <PersonName row={row} />
            <b>{yuan(row.money.fen)}</b>
          </span>
          <CostParts of={row} />
        </li>
      ))}
    </ul>
  );
}

function PersonName({ row: { person, money } }: { row: Row }) {
  const m = useWords();
  return (
    <span className="cost-person-name">
      <b>{person.name}</b>
      {person.title !== null && <span className="td-small td-second">{person.title}</span>}
      {money.withoutRate > 0 && <Tag tone="todo">{m["cost.noRate"]}</Tag>}
    </span>
  );
}
