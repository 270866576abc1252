import { findImport, finishReading, type ImportFile, keepImportRows } from "@today/db/import";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { readImport } from "../import-reading.ts";

/** Rows of a sheet as the browser read them. */
export interface SheetPart {
  readonly id: string;
  readonly fileName: string;
  readonly first: number;
  readonly rows: readonly unknown[][];
  readonly last: boolean;
}

/** Keeps a part of a sheet and, with the last one, reads the whole. A repeat answers the same; another's import is 404. */
export async function receiveImport(ctx: Context, part: SheetPart): Promise<ImportFile> {
  demandRole(ctx, "admin", "hr");
  const author = authorOf(ctx);
  const known = await findImport(ctx.db, author.company, part.id);
  if (known !== null && known.madeBy !== author.person) throw new Refusal("not-found");
  if (known === null || known.state === "reading") {
    await keepImportRows(ctx.db, author, part);
    if (part.last) {
      const { summary } = await readImport(ctx, part.id);
      await finishReading(ctx.db, author, { id: part.id, summary: JSON.stringify(summary) });
    }
  }
  const kept = await findImport(ctx.db, author.company, part.id);
  if (kept === null) throw new Refusal("not-found");
  return kept;
}
