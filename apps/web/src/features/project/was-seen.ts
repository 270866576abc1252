import { type RefObject, useEffect, useState } from "react";

/** Whether an element has been on the screen, or nearly: what it shows is asked for only then. */
export function useWasSeen(ref: RefObject<Element | null>): boolean {
  const [wasSeen, setSeen] = useState(false);
  useEffect(() => {
    if (wasSeen || ref.current === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, [wasSeen, ref]);
  return wasSeen;
}
