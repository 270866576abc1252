import { expect, test } from "vitest";
import { openHouse } from "../testing.ts";
import { style } from "./style.ts";

async function read() {
  const house = await openHouse({ env: { PUBLIC_URL: "https://today.example.com" } });
  const { status, body, headers } = await house.nobody.call<string>("GET", "/docs/api");
  expect(status).toBe(200);
  const { body: document } = await house.nobody.call<{ paths: Record<string, Record<string, object>> }>(
    "GET",
    "/v1/openapi.json",
  );
  return { page: body, headers, document };
}

test("the page needs no script and no other host, and its policy allows none", async () => {
  const { page, headers } = await read();
  expect(headers.get("content-type")).toMatch(/^text\/html/);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style)));
  expect(headers.get("content-security-policy")).toBe(
    `default-src 'none'; style-src 'sha256-${btoa(String.fromCharCode(...digest))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect(page).toContain(`<style>${style}</style>`);
  expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|\sstyle=|@import|url\(/i);
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain("width=device-width");
  expect(style).toContain("prefers-color-scheme:dark");
});

test("every operation has a chapter with its call and its answer, and the contents lead to each", async () => {
  const { page, document } = await read();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods)) {
      const id = `${method}${path.replace(/[^a-z0-9]+/gi, "-")}`;
      expect(page, id).toContain(`href="#${id}"`);
      expect(page, id).toContain(`<section id="${id}"`);
      expect(page, id).toContain(`https://today.example.com${path}`);
    }
  }
  expect(page).toContain("Idempotency-Key: 8e03978e-40d5-43dd-bc93-6894a57f9324");
  expect(page).toContain("Authorization: Bearer $TODAY_KEY");
});

test("every link of the page leads somewhere on it or to the document", async () => {
  const { page } = await read();
  const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href);
  expect(links.length).toBeGreaterThan(20);
  for (const href of links) {
    if (href !== "/v1/openapi.json") expect(ids, href).toContain(href.slice(1));
  }
  expect(ids.size).toBe([...page.matchAll(/\sid="/g)].length);
});

test("every code that a program may meet is told in Chinese", async () => {
  const { page } = await read();
  const told = [...page.matchAll(/<dt id="problem-([\w-]+)">[\s\S]*?<dd>(.*?) <span/g)];
  expect(told.length).toBeGreaterThan(10);
  for (const [, code, sentence] of told)
    expect([code, sentence]).toEqual([code, expect.stringMatching(/\p{Script=Han}/u)]);
});
