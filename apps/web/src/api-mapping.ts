import {
  type Mapping,
  type MappingInput,
  type MappingPreview,
  type MappingPreviewInput,
  type MappingRollbackInput,
  type MappingVersions,
  query,
  send,
} from "./api.ts";

const at = (target: string) => `/api/targets/${encodeURIComponent(target)}/mapping`;

/** What is saved is compared with what the product offers, which is asked for where it is not known. */
const patience = 30_000;

/** The door to the worker for changing how the fields at a target are filled; `targetApi` reads it. It throws as `api` does. */
export const mappingApi = {
  save: (target: string, input: MappingInput) => send<Mapping>("PUT", at(target), input, patience),
  versions: (target: string, cursor?: string) =>
    send<MappingVersions>("GET", `${at(target)}/versions${query({ cursor })}`),
  rollBack: (target: string, input: MappingRollbackInput) =>
    send<Mapping>("POST", `${at(target)}/rollbacks`, input, patience),
  preview: (target: string, input: MappingPreviewInput) =>
    send<MappingPreview>("POST", `${at(target)}/previews`, input, patience),
};
