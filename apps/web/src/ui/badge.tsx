import { useMessage } from "../message.ts";
import "./badge.css";

/** How many things there are to do, amber; nothing at 0. Above 99 it says `99+`. */
export function Badge({ count }: { count: number }) {
  const m = useMessage();
  if (count === 0) return null;
  return (
    <span className="td-badge">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="td-hidden">{m["shell.todo"](count)}</span>
    </span>
  );
}
