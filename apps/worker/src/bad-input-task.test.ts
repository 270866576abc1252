import { describe } from "vitest";
import { id, type Row, testRefused } from "./testing-bad-input.ts";

const task = { id, title: "三层砌墙" };
const ofTarget = "POST /api/targets/redmine/tasks";
const ofProject = "POST /api/projects/shui/tasks";
const here = { ...task, targetId: "redmine" };

const rows: readonly Row[] = [
  ["a task at an unknown target", "404 not-found", "lin", ofTarget, { ...task, projectId: "lang" }],
  ["a task of no project", "400 invalid-input", "lin", ofTarget, task],
  ["a task without a title", "400 invalid-input", "wang", ofProject, { ...here, title: " " }],
  ["a title without an end", "400 invalid-input", "wang", ofProject, { ...here, title: "长".repeat(1001) }],
  ["an id that is none", "400 invalid-input", "wang", ofProject, { ...here, id: "1" }],
  ["a deadline that is no day", "400 invalid-input", "wang", ofProject, { ...here, deadline: "2026-02-30" }],
  ["a task with a word too many", "400 invalid-input", "wang", ofProject, { ...here, colour: "red" }],
  ["a task where no hours go", "409 project-not-linked", "wang", ofProject, here],
  ["a task of somebody else's project", "404 not-found", "wang", "POST /api/projects/lang/tasks", here],
  ["a task by a member", "403 forbidden", "qian", ofProject, here],
  ["a body that is not JSON", "400 bad-json", "wang", ofProject, "{"],
  ["a retry of nothing", "404 not-found", "wang", "POST /api/projects/shui/task-drafts/x/retries", { targetId: "r" }],
  ["a retry nowhere", "400 invalid-input", "wang", "POST /api/projects/shui/task-drafts/x/retries", {}],
  ["a cursor of another list", "400 invalid-input", "wang", "GET /api/projects/shui/task-drafts?cursor=x"],
];

describe("tasks that are not as they must be", () => testRefused(rows));
