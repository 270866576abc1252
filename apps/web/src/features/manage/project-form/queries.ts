import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ProjectFormInput } from "../../../api.ts";
import { projectFormApi } from "../../../api-project-form.ts";

const few = 20_000;
const hour = 3_600_000;

/** The forms whose approval makes a project. */
export const formsQuery = queryOptions({
  queryKey: ["project-form", "forms"],
  queryFn: projectFormApi.forms,
  staleTime: few,
});

/** The latest approvals on them, those that do not fit first. */
export const approvalsQuery = queryOptions({
  queryKey: ["project-form", "approvals"],
  queryFn: projectFormApi.approvals,
  staleTime: few,
});

/** The forms that were met in DingTalk. */
export const knownQuery = queryOptions({ queryKey: ["project-form", "known"], queryFn: projectFormApi.known });

/** The fields of a form; asking costs a call, so that it is asked once an hour at most. */
export function questionsQuery(processCode: string) {
  return queryOptions({
    queryKey: ["project-form-fields", processCode],
    queryFn: () => projectFormApi.questions(processCode),
    staleTime: hour,
    retry: false,
  });
}

/** Saves a form; its approvals are looked for at once. */
export function useWriteForm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ processCode, input }: { readonly processCode: string; readonly input: ProjectFormInput }) =>
      projectFormApi.write(processCode, input),
    onSettled: () => client.invalidateQueries({ queryKey: ["project-form"] }),
  });
}

/** Reads an approval once more or puts it aside. */
export function useActOn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { readonly id: string; readonly act: "retry" | "dismiss" }) =>
      projectFormApi.act(id, act),
    onSettled: () => client.invalidateQueries({ queryKey: ["project-form"] }),
  });
}
