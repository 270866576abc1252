import {
  type ApiKeyInput,
  type ApiKeys,
  type Hook,
  type HookChangeInput,
  type HookDeliveries,
  type HookInput,
  type HookSecret,
  type Hooks,
  type HookTest,
  type NewApiKey,
  type NewHook,
  query,
  type Replayed,
  type ReplayInput,
  send,
} from "./api.ts";

const id = encodeURIComponent;
const at = (hook: string) => `/api/hooks/${id(hook)}`;

/** As long as the server waits for a receiver that is slow to answer, and a little more. */
const testMs = 20_000;

/** The door to the worker for 推送地址 and 接口密钥, loaded with them. It throws as `api` does. */
export const hookApi = {
  hooks: () => send<Hooks>("GET", "/api/hooks"),
  make: (input: HookInput) => send<NewHook>("POST", "/api/hooks", input),
  change: (hook: string, input: HookChangeInput) => send<Hook>("PATCH", at(hook), input),
  remove: (hook: string) => send<void>("DELETE", at(hook)),
  rotate: (hook: string) => send<HookSecret>("POST", `${at(hook)}/secrets`),
  test: (hook: string) => send<HookTest>("POST", `${at(hook)}/tests`, undefined, testMs),

  deliveries: (hook: string, asked: { readonly state?: string | undefined; readonly cursor?: string | undefined }) =>
    send<HookDeliveries>("GET", `${at(hook)}/deliveries${query(asked)}`),
  replay: (hook: string, input: ReplayInput) => send<Replayed>("POST", `${at(hook)}/replays`, input),

  keys: () => send<ApiKeys>("GET", "/api/api-keys"),
  makeKey: (input: ApiKeyInput) => send<NewApiKey>("POST", "/api/api-keys", input),
  revokeKey: (key: string) => send<void>("DELETE", `/api/api-keys/${id(key)}`),
};
