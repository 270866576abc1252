/** 审批建项目. */
export function ProjectFormRoom(_: { rest: readonly string[] }) {
  return null;
}
