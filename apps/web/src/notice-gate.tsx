import { type ReactNode, Suspense, useState } from "react";
import type { Session } from "./api.ts";
import { useIsNoticeDue } from "./noticing.ts";
import { FirstNotice } from "./routes.tsx";
import { Boundary } from "./ui/boundary.tsx";
import { Skeleton } from "./ui/skeleton.tsx";

/** Before the first use, and when it says something else, the notice of one's data stands before the app. */
export function NoticeGate({ session, children }: { session: Session; children: ReactNode }) {
  const isDue = useIsNoticeDue(session);
  const [isLater, setLater] = useState(false);
  if (!isDue || isLater) return children;
  // Who knows an earlier notice is not kept out by a network that is gone.
  const onLater = session.notice === "first" ? null : () => setLater(true);
  return (
    <main className="td-main">
      <Boundary>
        <Suspense fallback={<Skeleton heights={[4, 18, 9, 3]} />}>
          <FirstNotice onLater={onLater} />
        </Suspense>
      </Boundary>
    </main>
  );
}
