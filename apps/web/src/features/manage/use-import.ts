import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportView } from "../../api.ts";
import { monthApi } from "../../api-month.ts";
import { newId } from "../../phone-world.ts";
import { likelySheet, partsOf, readSheets, type SheetOfFile } from "./sheet-file.ts";

/** A file that was opened, and the sheet of it that is read. */
interface Opened {
  readonly fileName: string;
  readonly sheets: readonly SheetOfFile[];
  readonly shown: SheetOfFile;
}

/** How far a file is. */
export type Progress =
  | { readonly state: "opening" }
  | { readonly state: "unreadable" }
  | { readonly state: "empty" }
  | { readonly state: "sending"; readonly done: number; readonly all: number }
  | null;

/** Takes a file from the chooser to a preview, and the preview to punches. */
export function useImport() {
  const client = useQueryClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [progress, setProgress] = useState<Progress>(null);
  const [view, setView] = useState<ImportView | null>(null);
  const refresh = () => void client.invalidateQueries({ queryKey: ["imports"] });

  const sending = useMutation({
    mutationFn: async ({ fileName, shown }: Opened) => {
      const id = newId();
      const parts = partsOf(fileName, shown);
      let answer: ImportView | null = null;
      for (const [n, part] of parts.entries()) {
        setProgress({ state: "sending", done: n + 1, all: parts.length });
        answer = await monthApi.sendImportPart(id, n, part);
      }
      return answer;
    },
    onSuccess: setView,
    onSettled: () => {
      setProgress(null);
      refresh();
    },
  });
  const confirming = useMutation({ mutationFn: monthApi.confirmImport, onSuccess: setView, onSettled: refresh });
  const dropping = useMutation({
    mutationFn: monthApi.dropImport,
    onSuccess: () => setView(null),
    onSettled: refresh,
  });

  const show = (next: Opened) => {
    setOpened(next);
    setView(null);
    if (next.shown.rows.length === 0) return setProgress({ state: "empty" });
    sending.mutate(next);
  };
  const open = async (file: File) => {
    setProgress({ state: "opening" });
    setView(null);
    const sheets = await readSheets(file).catch(() => null);
    const shown = likelySheet(sheets ?? []);
    if (sheets === null || shown === null) return setProgress({ state: "unreadable" });
    show({ fileName: file.name, sheets, shown });
  };
  return {
    opened,
    progress,
    view,
    sending,
    confirming,
    dropping,
    show,
    open: (file: File) => void open(file),
    setView,
  };
}
