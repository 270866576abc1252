import { useMessage } from "../message.ts";
import "./skeleton.css";

/** Grey shapes of the layout to come, one for each height in rem; never over something that was shown before. */
export function Skeleton({ heights }: { heights: readonly number[] }) {
  const m = useMessage();
  return (
    <div className="td-skeleton" role="status">
      <span className="td-hidden">{m["shell.loading"]}</span>
      {heights.map((height, index) => (
        <span key={index} style={{ height: `${height}rem` }} />
      ))}
    </div>
  );
}
