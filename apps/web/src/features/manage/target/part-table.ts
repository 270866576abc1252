import { type ComponentType, lazy } from "react";
import type { CompanyPart, PartProps, TargetPart } from "./part.ts";

type Part = ComponentType<PartProps>;

/** The parts of one target, as in `#/manage/target/{id}/projects`. */
export const targetParts: Record<TargetPart, Part> = {
  projects: lazy(() => import("./projects/projects-part.tsx").then(({ ProjectsPart }) => ({ default: ProjectsPart }))),
  people: lazy(() => import("./people/people-part.tsx").then(({ PeoplePart }) => ({ default: PeoplePart }))),
  mapping: lazy(() => import("./mapping/mapping-part.tsx").then(({ MappingPart }) => ({ default: MappingPart }))),
  worklogs: lazy(() => import("./worklogs/worklogs-part.tsx").then(({ WorklogsPart }) => ({ default: WorklogsPart }))),
  comparison: lazy(() =>
    import("./comparison/comparison-part.tsx").then(({ ComparisonPart }) => ({ default: ComparisonPart })),
  ),
};

/** What stands beside the targets, as in `#/manage/target/hooks`. */
export const companyParts: Record<CompanyPart, Part> = {
  hooks: lazy(() => import("./hooks/hooks-part.tsx").then(({ HooksPart }) => ({ default: HooksPart }))),
  keys: lazy(() => import("./keys/keys-part.tsx").then(({ KeysPart }) => ({ default: KeysPart }))),
};
