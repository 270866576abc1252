import { type TouchEvent, useRef } from "react";

const edge = 24;
const least = 56;

/** Handlers that tell a swipe to the left (`1`, later) from one to the right (`-1`, earlier); the phone's own back swipe from the edge stays its own. */
export function useSwipe(onSwipe: (step: -1 | 1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0];
      const isAtEdge = touch === undefined || touch.clientX < edge || touch.clientX > innerWidth - edge;
      from.current = isAtEdge || touches.length > 1 ? null : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0];
      if (from.current === null || touch === undefined) return;
      const x = touch.clientX - from.current.x;
      const y = touch.clientY - from.current.y;
      if (Math.abs(x) >= least && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 1 : -1);
    },
  };
}
