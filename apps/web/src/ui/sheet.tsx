import { lazy, Suspense } from "react";
import { SheetBox, type SheetProps } from "./sheet-box.tsx";

// The popup brings an animation library with it; nobody waits for that before the first sheet.
const loadSheet = () => import("./popup-sheet.tsx").then(({ PopupSheet }) => PopupSheet);
const PopupSheet = lazy(async () => ({ default: await loadSheet().catch(() => PlainSheet) }));

/** Loads what sheets are made of, so that the first opens at once. */
export function prefetchSheet(): void {
  loadSheet().catch(() => undefined);
}

/** Stands in when the popup cannot be loaded: without a network one can still choose. */
function PlainSheet({ isOpen, ...inside }: SheetProps) {
  if (!isOpen) return null;
  return (
    <div className="td-sheet-plain">
      <SheetBox isOpen {...inside} />
    </div>
  );
}

/** A sheet from the bottom, on wide screens a pane at the right. Escape, Android's back and the mask close it. */
export function Sheet(props: SheetProps) {
  return (
    <Suspense fallback={null}>
      <PopupSheet {...props} />
    </Suspense>
  );
}
