/** A 待办 that the app made; people are named by unionId. */
export interface Todo {
  readonly id: string;
  /** Whose list it was made in. */
  readonly owner: string;
  readonly sourceId: string | null;
  readonly subject: string;
  readonly description: string;
  readonly dueTime: number | null;
  readonly executors: readonly string[];
  readonly participants: readonly string[];
  readonly detailUrl: { readonly appUrl: string; readonly pcUrl: string };
  readonly priority: number;
  readonly doneBy: readonly string[];
  readonly done: boolean;
  readonly finishedAt: number | null;
  readonly creator: string;
  readonly modifier: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly isDeleted: boolean;
}

/** A message that the app's robot sent to persons or into a group. */
export interface RobotMessage {
  readonly key: string;
  readonly at: number;
  readonly userIds: readonly string[];
  readonly group: string | null;
  readonly msgKey: string;
  readonly param: unknown;
  readonly read: readonly { readonly userId: string; readonly at: number }[];
  readonly recalledAt: number | null;
}

/** A robot of one group that anybody with its address may let speak. */
export interface WebhookRobot {
  readonly token: string;
  readonly group: string;
  /** Begins with SEC; without one calls need no signature. */
  readonly secret: string | null;
  readonly keywords: readonly string[];
}
