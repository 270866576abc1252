import { lazy, type ReactNode, Suspense } from "react";

export interface SheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

// The popup brings an animation library with it; nobody waits for that before the first sheet.
const loadSheet = () => import("./popup-sheet.tsx");
const PopupSheet = lazy(() => loadSheet().then(({ PopupSheet }) => ({ default: PopupSheet })));

/** Loads what sheets are made of, so that the first opens at once. */
export async function prefetchSheet(): Promise<void> {
  await loadSheet();
}

/** A sheet from the bottom, on wide screens a pane at the right. Escape, Android's back and the mask close it. */
export function Sheet(props: SheetProps) {
  return (
    <Suspense fallback={null}>
      <PopupSheet {...props} />
    </Suspense>
  );
}
