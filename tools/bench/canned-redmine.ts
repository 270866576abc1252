import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that takes hours as Redmine does, each request in the same time, and keeps nothing but counts. */
export interface CannedRedmine {
  readonly url: string;
  seen(): Promise<Seen>;
  stop(): Promise<void>;
}

/** Requests answered, and when the first came and the last was answered, in milliseconds. */
export interface Seen {
  requests: number;
  created: number;
  first: number;
  last: number;
}

interface Entry {
  readonly project_id?: number;
  readonly issue_id?: number;
  readonly user_id: number;
  readonly hours: number;
  readonly spent_on: string;
  readonly comments: string;
}

const READS: Readonly<Record<string, object>> = {
  "/enumerations/time_entry_activities.json": { time_entry_activities: [{ id: 9, name: "开发", is_default: true }] },
  "/users/current.json": { user: { id: 1, firstname: "B", lastname: "B", login: "b", admin: true } },
};

/** Starts the canned server in a process of its own, as another machine would be; every answer takes so many milliseconds. */
export async function startCannedRedmine(answerMs: number): Promise<CannedRedmine> {
  const process = fork(import.meta.filename, [String(answerMs)]);
  const told = async <T>(): Promise<T> => (await once(process, "message"))[0] as T;
  const url = await told<string>();
  return {
    url,
    seen: () => {
      process.send("seen");
      return told<Seen>();
    },
    stop: async () => {
      process.kill();
      await once(process, "exit");
    },
  };
}

function serve(answerMs: number): void {
  const seen: Seen = { requests: 0, created: 0, first: 0, last: 0 };
  const server = createServer((request, response) => {
    const came = performance.now();
    seen.first ||= came;
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    afterwards(came + answerMs, () => {
      seen.requests += 1;
      seen.last = performance.now();
      const isWrite = request.method === "POST";
      if (isWrite) seen.created += 1;
      const body = isWrite ? created(Buffer.concat(parts).toString(), seen.created) : read(request.url ?? "/");
      response.statusCode = isWrite ? 201 : 200;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  process.on("message", () => process.send?.(seen));
}

/** A timer is up to two milliseconds late; this is not. */
function afterwards(due: number, act: () => void): void {
  const wait = () => (performance.now() >= due ? act() : setImmediate(wait));
  setTimeout(wait, Math.max(1, due - performance.now() - 2));
}

function read(url: string): object {
  const path = new URL(url, "http://canned").pathname;
  return READS[path] ?? { project: { id: 1, name: "P", status: 1 } };
}

function created(text: string, id: number): object {
  const { time_entry: entry } = JSON.parse(text) as { time_entry: Entry };
  const { hours, spent_on, comments } = entry;
  const named = {
    activity: { id: 9, name: "开发" },
    user: { id: entry.user_id, name: "B" },
    project: { id: 1, name: "P" },
  };
  return { time_entry: { id, ...named, issue: { id: entry.issue_id }, hours, spent_on, comments, custom_fields: [] } };
}

if (process.argv[1] === import.meta.filename) serve(Number(process.argv[2]));
