import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { ownLists, readOwnPages } from "@today/db/own-data";
import { json, refusesSigned } from "../answer.ts";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { answerNotice } from "../operations/answer-notice.ts";
import { PrivacyAnswerInput, PrivacyNotice } from "../schema/privacy.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";
import { viewNotice } from "../views/privacy.ts";

const read = createRoute({
  method: "get",
  path: "/api/privacy",
  summary: "What is kept of me, what for, how long, and what I answered",
  ...bySession,
  responses: { 200: json(PrivacyNotice, "the notice as it is today"), ...refusesSigned() },
});

const example = { id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", version: "1f3a0c5d2b7e9", basis: "notice" as const };

const answer = createRoute({
  method: "post",
  path: "/api/privacy/answer",
  summary: "Say that I read the notice or consent, with or without my location; the latest answer stands",
  ...bySession,
  request: {
    body: { required: true, ...json(PrivacyAnswerInput, "an answer", { ...example, location: true }) },
  },
  responses: {
    200: json(PrivacyNotice, "the notice with my answer"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "version-conflict", "location-required"),
  },
});

const take = createRoute({
  method: "get",
  path: "/api/privacy/export",
  summary: "Everything kept about me, as one file",
  ...bySession,
  responses: {
    200: {
      description: "JSON: `madeAt`, `person`, and `lists` with the rows of each table; what others did bears no names",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...refusesSigned(),
  },
});

export const privacy = new OpenAPIHono<Door>()
  .openapi(read, async (c) => c.json(await viewNotice(c.var.ctx), 200))
  .openapi(answer, async (c) => {
    await answerNotice(c.var.ctx, c.req.valid("json"));
    return c.json(await viewNotice(c.var.ctx), 200);
  })
  .openapi(take, (c) => {
    const { ctx } = c.var;
    return c.body(streamOf(ownFile(ctx)), 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="today-${todayOf(ctx)}.json"`,
    });
  });

/** The file piece by piece, so that only one page of rows is held at a time. */
async function* ownFile({ db, company, actor, now }: Context): AsyncGenerator<string> {
  yield `{"madeAt":${JSON.stringify(isoOf(now, company.zone))},"person":${JSON.stringify(actor.id)},"lists":{`;
  for (const [n, list] of ownLists.entries()) {
    yield `${n === 0 ? "" : ","}\n${JSON.stringify(list.name)}:[`;
    let isFirst = true;
    for await (const page of readOwnPages(db, { companyId: company.id, personId: actor.id }, list)) {
      yield `${isFirst ? "" : ","}${page.map((row) => JSON.stringify(row)).join(",\n")}`;
      isFirst = false;
    }
    yield "]";
  }
  yield "}}\n";
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
