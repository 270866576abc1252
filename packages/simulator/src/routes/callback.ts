import type { ApiRoute } from "../wire/api.ts";

export const callbackRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/call_back/get_call_back_failed_result",
    host: "old",
    token: "app",
    counted: true,
    scope: "qyapi_base",
    answer: (_call, { takeFailedEvents }) => takeFailedEvents(),
  },
];
