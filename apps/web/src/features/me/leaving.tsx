import { useState } from "react";
import { useMessage } from "../../message.ts";
import { usePicksOnTheWay } from "../../picking.ts";
import { signOut } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";

/** The way out, with what it clears and what would be lost by it. */
export function Leaving() {
  const m = useMessage();
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const waiting = usePicksOnTheWay().filter(({ state }) => state === "sending" || state === "waiting").length;
  const leave = () => {
    setLeaving(true);
    void signOut().catch(() => location.reload());
  };
  return (
    <>
      <Button block onClick={() => setAsking(true)}>
        {m["me.signOut"]}
      </Button>
      <Sheet isOpen={isAsking} title={m["me.signOut"]} onClose={() => setAsking(false)}>
        <div className="me-leaving">
          <p className="td-second">{m["me.signOutWhy"]}</p>
          {waiting > 0 && <p className="me-lost">{m["me.signOutWaiting"](waiting)}</p>}
          <Button block kind="primary" disabled={isLeaving} onClick={leave}>
            {m["me.signOutSure"]}
          </Button>
          <Button block kind="quiet" onClick={() => setAsking(false)}>
            {m["shell.cancel"]}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
