import { type ReactNode, useId } from "react";
import { useMessage } from "../../message.ts";
import { Icon } from "../../ui/icon.tsx";
import { useIsWide } from "../../ui/media.ts";
import { Sheet } from "../../ui/sheet.tsx";
import "./pane.css";

interface PanesProps {
  readonly children: ReactNode;
  /** What is open beside the list; null for nothing. */
  readonly pane: Pane | null;
  /** Stands in the pane of a computer while nothing is open. */
  readonly idle: string;
  readonly onClose: () => void;
}

/** What a pane shows, under its title. */
export interface Pane {
  readonly title: string;
  readonly body: ReactNode;
}

/** A list, and what was opened from it: at its right on a computer, in a sheet on a phone. */
export function Panes({ children, pane, idle, onClose }: PanesProps) {
  const isWide = useIsWide();
  if (!isWide) {
    return (
      <>
        {children}
        <Sheet isOpen={pane !== null} title={pane?.title ?? ""} onClose={onClose}>
          {pane?.body}
        </Sheet>
      </>
    );
  }
  return (
    <div className="manage-panes">
      <div className="manage-pane-list">{children}</div>
      {pane === null ? <p className="td-second manage-pane-idle">{idle}</p> : <Beside pane={pane} onClose={onClose} />}
    </div>
  );
}

function Beside({ pane: { title, body }, onClose }: { pane: Pane; onClose: () => void }) {
  const m = useMessage();
  const id = useId();
  return (
    <section className="td-card manage-pane" aria-labelledby={id}>
      <div className="manage-pane-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="td-plain" onClick={onClose}>
          <Icon name="close" />
          <span className="td-hidden">{m["shell.close"]}</span>
        </button>
      </div>
      {body}
    </section>
  );
}
