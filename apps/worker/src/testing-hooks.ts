import type { Fetch } from "@today/dingtalk/send";
import { contextOf, theProduct } from "./context.ts";
import type { HookDeliveries, NewHook } from "./contract.ts";
import type { EventMessage } from "./hooks/message.ts";
import { deliverHook, wakeHooks } from "./operations/deliver-hooks.ts";
import type { House } from "./testing.ts";

/** What a receiver was sent. */
export interface Got {
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
  readonly message: EventMessage;
}

/** Somebody at the other end of the network; `answer` may be put in its place. */
export interface Receiver {
  readonly got: Got[];
  readonly fetch: Fetch;
  answer: (got: Got) => Response | Promise<Response>;
}

/** A receiver that takes everything. */
export function openReceiver(): Receiver {
  const receiver: Receiver = {
    got: [],
    answer: () => new Response("ok"),
    async fetch(request) {
      const text = await request.text();
      const got = { url: request.url, headers: request.headers, text, message: JSON.parse(text) };
      receiver.got.push(got);
      return receiver.answer(got);
    },
  };
  return receiver;
}

/** Lin becomes admin and makes a hook. */
export async function hookIn(house: House, over: object = {}): Promise<NewHook> {
  await house.db.batch([
    house.db.prepare("insert or ignore into person (company_id, id, name) values (?1, 'lin', '林')", house.id),
    house.db.prepare("insert or ignore into role_grant values (?1, 'lin', 'admin')", house.id),
  ]);
  const wish = {
    ...{ id: crypto.randomUUID(), kind: "webhook", name: "平台", url: "https://hooks.example.com/today" },
    ...{ events: ["workday.settled"], projectId: null, ...over },
  };
  const { status, body } = await house.as("lin").call<NewHook>("POST", "/api/hooks", wish);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** Something happens: one event a day of Zhao's, from the first of August on. */
export async function happen({ db, id }: Pick<House, "db" | "id">, count = 1): Promise<void> {
  await db.all(
    `insert into workday (company_id, person_id, date, planned, attended, overtime_attended, overtime_approved, counted, leave,
       unassigned, status, warnings, body, settled_at)
     select ?1, 'zhao' || (value / 30), date('2026-08-01', '+' || (value % 30) || ' days'), 480, 480, 0, 0, 480, 0, 480, 'normal',
       '[]', '{"over":true,"allocations":[]}', 1789000000000 + value from json_each(?2)`,
    ...[id, JSON.stringify(Array.from({ length: count }, (_, n) => n))],
  );
}

/** Wakes the hooks and does what follows of it now. */
export async function deliver(house: House, { fetch }: Pick<Receiver, "fetch">): Promise<void> {
  const ctx = () => contextOf(house.env, { fetch, now: async () => house.now }, theProduct);
  await wakeHooks(await ctx());
  for (let job = house.sent.shift(); job !== undefined; job = house.sent.shift()) {
    if (job.kind === "deliver-hooks" && job.hookId !== undefined) await deliverHook(await ctx(), job.hookId);
  }
}

/** How the deliveries of a hook stand, the newest first. */
export async function deliveriesOf(
  house: House,
  { id }: { readonly id: string },
): Promise<HookDeliveries["deliveries"]> {
  return (await house.as("lin").call<HookDeliveries>("GET", `/api/hooks/${id}/deliveries`)).body.deliveries;
}
