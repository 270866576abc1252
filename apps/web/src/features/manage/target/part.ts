import type { ComponentType } from "react";
import { lazy } from "react";

/** What a part of 对接 is given: whose it is, `""` for 推送地址 and 接口密钥, and the rest of the address. */
export interface PartProps {
  readonly target: string;
  readonly rest: readonly string[];
}

type Part = ComponentType<PartProps>;

export type TargetPart = "projects" | "people" | "mapping" | "worklogs" | "comparison";
export type CompanyPart = "hooks" | "keys";

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

/** A part of a target by its name in the address; null for the overview and for what is no part. */
export function targetPartOf(name: string | undefined): TargetPart | null {
  return name !== undefined && name in targetParts ? (name as TargetPart) : null;
}

export function companyPartOf(name: string | undefined): CompanyPart | null {
  return name !== undefined && name in companyParts ? (name as CompanyPart) : null;
}
