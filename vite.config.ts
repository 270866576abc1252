import { cloudflare } from "@cloudflare/vite-plugin";
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

export default defineConfig({
  root: "apps/web",
  plugins: [react(), cloudflare({ configPath: "../../wrangler.toml" })],
  css: { postcss: { plugins: [remForAntdMobile] } },
  build: {
    outDir: "../../dist",
    emptyOutDir: true,
    sourcemap: false,
    // The oldest web views that DingTalk still runs in.
    target: ["chrome87", "ios14"],
  },
});
