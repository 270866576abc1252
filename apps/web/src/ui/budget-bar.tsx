import "./budget-bar.css";

/** How much of a budget is used, in one bar; what is more than all of it is amber. */
export function BudgetBar({ used, budget }: { used: number; budget: number }) {
  const isOver = used > budget;
  const width = isOver ? (budget / used) * 100 : (used / budget) * 100;
  return (
    <span className="td-budget-bar" data-over={isOver || undefined} aria-hidden="true">
      <span style={{ width: `${width}%` }} />
    </span>
  );
}
