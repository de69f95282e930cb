import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { eventsDoc } from "../../scripts/write-events-doc.ts";

test("docs/events.md is what scripts/write-events-doc.ts writes", () => {
  expect(readFileSync(new URL("../../docs/events.md", import.meta.url), "utf8")).toBe(eventsDoc());
});
