/** What a part of 对接 is given: whose it is, `""` for 推送地址 and 接口密钥, and the rest of the address. */
export interface PartProps {
  readonly target: string;
  readonly rest: readonly string[];
}

export type TargetPart = "projects" | "people" | "mapping" | "worklogs" | "comparison";
export type CompanyPart = "hooks" | "keys";

const ofTarget: readonly string[] = ["projects", "people", "mapping", "worklogs", "comparison"] satisfies TargetPart[];
const ofCompany: readonly string[] = ["hooks", "keys"] satisfies CompanyPart[];

/** A part of a target by its name in the address; null for the overview and for what is no part. */
export function targetPartOf(name: string | undefined): TargetPart | null {
  return name !== undefined && isOf<TargetPart>(ofTarget, name) ? name : null;
}

/** What stands beside the targets, by its name in the address. */
export function companyPartOf(name: string | undefined): CompanyPart | null {
  return name !== undefined && isOf<CompanyPart>(ofCompany, name) ? name : null;
}

function isOf<Name extends string>(names: readonly string[], name: string): name is Name {
  return names.includes(name);
}
