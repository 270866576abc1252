import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

export interface FirstLoad {
  /** Gzipped bytes of the JavaScript that the first screen waits for. */
  readonly ours: number;
  /** The same of a page that only renders a heading with React. */
  readonly bare: number;
}

/** Compares the built app's first-load JavaScript with a bare React page built by the same bundler. */
export async function firstLoad(root: string): Promise<FirstLoad> {
  const folder = mkdtempSync(join(tmpdir(), "today-bare-"));
  try {
    await buildBare(root, folder);
    return { ours: firstLoadBytes(resolve(root, "dist/client")), bare: firstLoadBytes(join(folder, "dist")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildBare(root: string, folder: string): Promise<void> {
  writeFileSync(join(folder, "index.html"), `<div id="root"></div><script type="module" src="/main.js"></script>`);
  writeFileSync(
    join(folder, "main.js"),
    `import { createElement } from "react";
     import { createRoot } from "react-dom/client";
     createRoot(document.getElementById("root")).render(createElement("h1", null, "today"));`,
  );
  const modules = resolve(root, "apps/web/node_modules");
  await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { react: join(modules, "react"), "react-dom": join(modules, "react-dom") } },
    build: { target: "es2020", outDir: join(folder, "dist"), emptyOutDir: true },
  });
}

function firstLoadBytes(folder: string): number {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const wanted = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? "");
  const seen = new Set<string>();
  const files = new Set(readdirSync(join(folder, "assets")).map((name) => `assets/${name}`));
  let bytes = 0;
  while (wanted.length > 0) {
    const file = wanted.pop();
    if (file === undefined || seen.has(file) || !files.has(file)) continue;
    seen.add(file);
    const code = readFileSync(join(folder, file));
    bytes += gzipSync(code, { level: 9 }).length;
    for (const match of code.toString("utf8").matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g))
      wanted.push(`assets/${match[1]}`);
  }
  return bytes;
}
