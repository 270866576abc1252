/** Groups of rows that wait for a writer; each group is one writer's alone. */
export interface RowQueue<Row> {
  put(groups: readonly (readonly Row[])[]): void;
  /** The next group, as soon as there is one; null when no more come. */
  take(): Promise<readonly Row[] | null>;
  close(): void;
  /** How many rows wait. */
  size(): number;
  /** How many writers have nothing to do. */
  idle(): number;
}

/** An empty queue. */
export function createRowQueue<Row>(): RowQueue<Row> {
  const groups: (readonly Row[])[] = [];
  const takers: ((group: readonly Row[] | null) => void)[] = [];
  let isClosed = false;

  function serve(): void {
    while (takers.length > 0 && (groups.length > 0 || isClosed)) takers.shift()?.(groups.shift() ?? null);
  }

  return {
    put(more) {
      groups.push(...more);
      serve();
    },
    take: () =>
      new Promise((resolve) => {
        takers.push(resolve);
        serve();
      }),
    close() {
      isClosed = true;
      serve();
    },
    size: () => groups.reduce((sum, group) => sum + group.length, 0),
    idle: () => takers.length,
  };
}
