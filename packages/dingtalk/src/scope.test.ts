import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { API_ROUTES } from "@today/simulator/routes/all";
import { expect, test } from "vitest";
import { scopeOfPath, scopes, scopeTable } from "./scope.ts";

const notCalls = new Set(["quota.ts", "scope.ts", "probe.ts"]);

/** Every API path that the client names, `/attendance/listRecord`. */
function pathsOfSource(): string[] {
  const files = globSync("**/*.ts", { cwd: import.meta.dirname });
  const sources = files.filter((file) => !file.includes(".test.") && !notCalls.has(file));
  const texts = sources.map((file) => readFileSync(join(import.meta.dirname, file), "utf8"));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/["`](\/[\w.]+\/[\w./:]+)["`]/g)].map(([, path = ""]) => path),
  );
  return [...new Set(found)].filter((path) => path !== "/oauth2/auth");
}

test("every call that the client can make has its permission, and no permission is asked for without a call", () => {
  expect(scopes.flatMap(({ paths }) => paths).sort()).toEqual(pathsOfSource().sort());
});

test("each call is behind one permission, the one that the pretend DingTalk wants for it", () => {
  const wanted = new Map(API_ROUTES.map(({ method, path, scope }) => [`${method} ${path}`, scope]));
  for (const { name, paths } of scopes) {
    for (const path of paths) {
      const theirs = [
        wanted.get(`GET ${path.replace(/\/me$/, "/:unionId")}`),
        wanted.get(`POST ${path}`),
        wanted.get(`PUT ${path}`),
      ];
      expect(theirs, path).toContain(name);
    }
  }
});

test("nothing but notices and todos is ever sent to DingTalk", () => {
  expect(scopes.flatMap(({ sends }) => sends)).toEqual([
    "/topapi/message/corpconversation/asyncsend_v2",
    "/v1.0/todo/users/:unionId/tasks",
    "/v1.0/todo/users/:unionId/tasks/:taskId",
  ]);
  expect(scopes.map(({ name }) => name).filter((name) => /write|manage/i.test(name))).toEqual(["Todo.Todo.Write"]);
});

test("a call finds its permission", () => {
  expect(scopeOfPath("/attendance/listRecord")?.name).toBe("qyapi_get_attendance_data");
  expect(scopeOfPath("/topapi/role/list")).toBeNull();
});

test("the manual lists them as they are", () => {
  const manual = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
  const words = (text: string) => text.replace(/[ -]+/g, " ");
  expect(words(manual)).toContain(words(scopeTable()));
});
