import { cloudflare, type PluginConfig } from "@cloudflare/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const ROOT_FONT_PX = 16;

interface Declaration {
  value: string;
  source?: { input: { file?: string } };
}

/** antd-mobile draws in pixels; in rem it follows the reader's font size. Hairlines stay one pixel. */
const remForAntdMobile = {
  postcssPlugin: "rem-for-antd-mobile",
  Declaration(declaration: Declaration) {
    if (!declaration.source?.input.file?.includes("antd-mobile")) return;
    const rem = declaration.value.replace(/(?<![\w.#-])(\d*\.?\d+)px\b/g, (whole, px: string) =>
      Number(px) > 1 ? `${Number(px) / ROOT_FONT_PX}rem` : whole,
    );
    if (rem !== declaration.value) declaration.value = rem;
  },
};

/** What `npm run dev` adds to wrangler.toml: the simulator's credentials, and its clock as a Worker beside ours. */
function devWorker(): PluginConfig {
  const { TODAY_DEV_VARS: vars, TODAY_DEV_SIMULATOR: simulator } = process.env;
  if (!vars) return {};
  const clock = {
    name: "clock",
    main: "../../tools/dev/clock.ts",
    compatibility_date: "2026-11-01",
    vars: { SIMULATOR: simulator ?? "" },
  };
  const services = simulator ? [{ binding: "CLOCK", service: clock.name }] : [];
  return {
    persistState: { path: "../../.wrangler/state" },
    config: () => ({ vars: JSON.parse(vars), services }),
    auxiliaryWorkers: simulator ? [{ config: clock, devOnly: true }] : [],
  };
}

export default defineConfig(({ command }) => ({
  root: "apps/web",
  plugins: [react(), cloudflare({ configPath: "../../wrangler.toml", ...(command === "serve" ? devWorker() : {}) })],
  css: { postcss: { plugins: [remForAntdMobile] } },
  build: {
    outDir: "../../dist",
    emptyOutDir: true,
    sourcemap: false,
    // The oldest web views that DingTalk still runs in.
    target: ["chrome87", "ios14"],
  },
}));
