import type { Problem, Result } from "./problem.ts";
import { parseClockTime } from "./time/clock-time.ts";
import { isWorkDate, type WorkDate } from "./time/date.ts";
import type { Instant, Minutes } from "./time/minutes.ts";

/** Says where in a file what is wrong: `[0].given.date: not a date`. */
export class Malformed extends Error {}

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A place in parsed JSON that knows its path; each reading method throws `Malformed` when the value is not of that kind. */
export class Reader {
  readonly value: unknown;
  readonly path: string;

  constructor(value: unknown, path: string) {
    this.value = value;
    this.path = path;
  }

  /** A field of an object; absent ones read as undefined. */
  get(key: string): Reader {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value)) this.fail("not an object");
    const own = Object.hasOwn(this.value, key) ? (this.value as Record<string, unknown>)[key] : undefined;
    return new Reader(own, this.path === "" ? key : `${this.path}.${key}`);
  }

  /** The items of an array. */
  items(): Reader[] {
    if (!Array.isArray(this.value)) this.fail("not an array");
    return this.value.map((item: unknown, index) => new Reader(item, `${this.path}[${index}]`));
  }

  /** The items of an array that may be left out. */
  list(): Reader[] {
    return this.isAbsent() ? [] : this.items();
  }

  /** What `read` makes of the value, null when it is null or left out. */
  maybe<T>(read: (at: Reader) => T): T | null {
    return this.isAbsent() ? null : read(this);
  }

  text(): string {
    return typeof this.value === "string" ? this.value : this.fail("not a text");
  }

  number(): number {
    return typeof this.value === "number" ? this.value : this.fail("not a number");
  }

  whole(): Minutes {
    return Number.isSafeInteger(this.value) ? this.number() : this.fail("not a whole number");
  }

  flag(): boolean {
    return typeof this.value === "boolean" ? this.value : this.fail("not true or false");
  }

  date(): WorkDate {
    const text = this.text();
    return isWorkDate(text) ? text : this.fail("not a date");
  }

  clock(): Minutes {
    return parseClockTime(this.text()) ?? this.fail("not a clock time");
  }

  instant(): Instant {
    const text = this.text();
    const instant = instantShape.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(instant) ? this.fail("not an instant with offset") : instant;
  }

  oneOf<const T extends string>(words: readonly T[]): T {
    return words.find((word) => word === this.value) ?? this.fail(`not one of ${words.join(", ")}`);
  }

  /** The value of a result; a refusal is told by its name. */
  accepted<T>(result: Result<T>): T {
    return result.ok ? result.value : this.fail(result.problem satisfies Problem);
  }

  fail(words: string): never {
    throw new Malformed(`${this.path === "" ? "file" : this.path}: ${words}`);
  }

  private isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }
}
