import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { goneComplaint } from "#cli/gone-province.ts";
import { portOf } from "#local/emulators/loopback.ts";

test("a refused connection, by itself or wrapped, is told with the way out, and nothing else is", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${portOf(server)}`;
  await new Promise((resolve) => server.close(resolve));
  const refused = await fetch(url).catch((error: unknown) => error);
  for (const error of [refused, Object.assign(new Error("connect"), { code: "ECONNREFUSED" })])
    expect(goneComplaint(error)?.message).toContain("`npm start`");
  expect(goneComplaint(new Error("anything else"))).toBeNull();
  expect(goneComplaint("text")).toBeNull();
});
