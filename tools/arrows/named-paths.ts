import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DOCUMENTS = ["README.md", "GLOSSARY.md"];
const PATH = /`((?:apps|packages|tools|docs)\/[\w./-]+|[\w.-]+\.(?:toml|json|ts|yaml|md))`/g;
const LINK = /\]\((?!https?:|#)([^)\s#]+)/g;

/** Paths that the documents name and that do not exist. */
export function findDeadPaths(root: string): string[] {
  return DOCUMENTS.filter((document) => existsSync(join(root, document))).flatMap((document) => {
    const text = readFileSync(join(root, document), "utf8");
    const named = [...text.matchAll(PATH), ...text.matchAll(LINK)].map((match) => match[1] ?? "");
    return [...new Set(named)]
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${document}: there is no ${path}`);
  });
}
