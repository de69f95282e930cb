import { expect, test } from "vitest";
import type { OpenedObject } from "#shared/ports.ts";
import { describeContract } from "./each-world.ts";

async function textOf(opened: OpenedObject | null): Promise<string | null> {
  if (opened === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describeContract("RosterObjects", (world) => {
  test("an object is read as often as it is asked for, with its metadata", async () => {
    const { objects, putRoster } = world();
    const event = await putRoster("rosters/a b+c%20ü.csv", "satu", { mode: "add" });
    expect((await objects.open(event))?.metadata).toMatchObject({ mode: "add" });
    expect(await textOf(await objects.open(event))).toBe("satu");
    expect(await textOf(await objects.open(event))).toBe("satu");
  });

  test("an object that is not there is null", async () => {
    const { objects, putRoster } = world();
    const event = await putRoster("rosters/a.csv", "satu");
    const other = { ...event, detail: { ...event.detail, object: { ...event.detail.object, key: "rosters/b.csv" } } };
    expect(await objects.open(other)).toBeNull();
  });

  test("by ETag, an object that was replaced is gone", async () => {
    const { objects, putRoster } = world();
    const event = await putRoster("rosters/c.csv", "lama");
    const { "version-id": _, ...object } = event.detail.object;
    const byEtag = { ...event, detail: { ...event.detail, object } };
    expect(await textOf(await objects.open(byEtag))).toBe("lama");
    await putRoster("rosters/c.csv", "baru");
    expect(await objects.open(byEtag)).toBeNull();
  });
});
