import {
  type ApprovalForms,
  type FormQuestions,
  type ProjectApprovals,
  type ProjectForm,
  type ProjectFormInput,
  type ProjectForms,
  send,
} from "./api.ts";

const id = encodeURIComponent;

/** The door to the worker for 审批建项目, loaded with it. It throws as `api` does. */
export const projectFormApi = {
  forms: () => send<ProjectForms>("GET", "/api/project-forms"),
  /** The fields of a form, asked of DingTalk: one call. */
  questions: (processCode: string) => send<FormQuestions>("GET", `/api/project-forms/${id(processCode)}/fields`),
  write: (processCode: string, input: ProjectFormInput) =>
    send<ProjectForm>("PUT", `/api/project-forms/${id(processCode)}`, input),
  approvals: () => send<ProjectApprovals>("GET", "/api/project-approvals"),
  act: (approval: string, act: "retry" | "dismiss") =>
    send<void>("POST", `/api/project-approvals/${id(approval)}`, { act }),
  /** The forms of approvals that were met before. */
  known: () => send<ApprovalForms>("GET", "/api/approval-forms"),
};
