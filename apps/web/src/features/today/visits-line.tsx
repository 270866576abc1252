import { lazy, Suspense, useEffect, useState } from "react";
import { useSession } from "../../session.ts";

const loadOwn = () => import("./own-visits.tsx").then(({ OwnVisits }) => OwnVisits);
// Without a network the line is missing, and nothing else.
const OwnVisits = lazy(async () => ({ default: await loadOwn().catch(() => Nothing) }));

function Nothing(_: { readonly today: string; readonly person: string }) {
  return null;
}

/** My check-ins of today, asked for when the first screen stands. */
export function VisitsLine({ today }: { readonly today: string }) {
  const me = useSession()?.person.id;
  const isAtRest = useIsAtRest();
  if (me === undefined || !isAtRest) return null;
  return (
    <Suspense fallback={null}>
      <OwnVisits today={today} person={me} />
    </Suspense>
  );
}

const shortlyMs = 2_000;

function useIsAtRest(): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), shortlyMs);
    return () => clearTimeout(timer);
  }, []);
  return isAtRest;
}
