import { expect, test } from "vitest";
import { connectRedmine } from "../testing-target.ts";
import { openTown } from "../testing-town.ts";
import { openTarget } from "./open.ts";

test("a target is opened with its credentials and speaks with its product alone", async () => {
  const town = await openTown();
  const { id, stub } = await connectRedmine(town);
  const ctx = await town.context();
  const { session, target, abilities } = await openTarget(ctx, id);
  expect(target).toMatchObject({
    id,
    kind: "redmine",
    state: "on",
    secrets: ["key"],
    settings: { address: stub.settings.address },
  });
  expect(JSON.stringify(target)).not.toContain(stub.settings.key);
  expect(abilities.worklogs.support).toBe("native");
  expect((await session.check()).account.id).toBe("1");
  await expect(openTarget(ctx, "nobody")).rejects.toMatchObject({ code: "not-found" });
});

test("credentials of another key are not read", async () => {
  const town = await openTown();
  const { id } = await connectRedmine(town);
  const env = { ...town.env, CREDENTIAL_KEY: "another-key-of-the-tests-long-enough" };
  const other = await openTown({ env });
  const ctx = { ...(await town.context()), targets: (await other.context()).targets };
  await expect(openTarget(ctx, id)).rejects.toMatchObject({ kind: "credentials", code: "credentials-unreadable" });
});
