import { createExecutionContext } from "cloudflare:test";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./env.ts";
import type { Door } from "./signed-in.ts";

/** One operation of the document, as far as the tests look at it. */
export interface Operation {
  readonly method: string;
  /** `/api/projects/{id}` */
  readonly path: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** All operations that the API describes of itself. */
export async function operationsOf(api: OpenAPIHono<Door>, env: Env): Promise<Operation[]> {
  const response = await api.fetch(new Request("http://today.test/api/openapi.json"), env, createExecutionContext());
  const { paths }: { paths: Record<string, Record<string, { responses: Operation["responses"] }>> } =
    await response.json();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({ method: method.toUpperCase(), path, responses })),
  );
}

/** Throws when an answer is not one of those that its operation announces. */
export function demandDocumented(
  operations: readonly Operation[],
  request: { readonly method: string; readonly path: string },
  answer: { readonly status: number; readonly code: string | null },
): void {
  const operation = operations.find(({ method, path }) => method === request.method && isPathOf(path, request.path));
  if (operation === undefined) return;
  const response = operation.responses[answer.status];
  const named = answer.code === null || response?.description.split(", ").includes(answer.code);
  if (response === undefined || !named) {
    throw new Error(`${operation.method} ${operation.path} does not announce ${answer.status} ${answer.code ?? ""}`);
  }
}

function isPathOf(template: string, path: string): boolean {
  const parts = template.split("/");
  const given = (path.split("?")[0] ?? "").split("/");
  return parts.length === given.length && parts.every((part, n) => part.startsWith("{") || part === given[n]);
}
