import { OpenAPIHono } from "@hono/zod-openapi";
import { publicDocument } from "../public/document.ts";
import type { Door } from "../signed-in.ts";
import type { Described } from "./description.ts";
import { renderPage } from "./page.ts";
import { style } from "./style.ts";

/** Serves the public part of the description as a page to be read. */
export function docs(describe: () => Parameters<typeof publicDocument>[0]): OpenAPIHono<Door> {
  let policy: Promise<string> | undefined;
  let document: Described | undefined;
  const app = new OpenAPIHono<Door>();
  app.get("/docs/api", async (c) => {
    policy ??= policyOf(style);
    const { publicUrl } = c.var.outside.company;
    c.header("Content-Security-Policy", await policy);
    document ??= publicDocument(describe()) as Described;
    return c.html(await renderPage(document, publicUrl ?? new URL(c.req.url).origin));
  });
  return app;
}

/** Nothing but the page itself and its one style. */
async function policyOf(css: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(css)));
  const hash = btoa(String.fromCharCode(...digest));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
