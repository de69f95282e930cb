import { expect, test } from "vitest";
import { versionChain } from "#shared/domain/history/known-on.ts";
import { whyGone } from "#shared/domain/history/why-gone.ts";
import type { RewritingCause } from "#shared/domain/roster-version.ts";
import { version } from "./versions.ts";

const file = (number: number, base: number) => version({ version: number, base, on: `2023-0${number}-10` });
const rewritten = (number: number, base: number, cause: RewritingCause) => ({
  ...version({ version: number, base, on: `2023-0${base}-10` }),
  rewritten: cause,
  rewriting: { at: "2023-06-01T18:00:00Z", by: "kepala", removed: 0 },
});
const chainOf = (...versions: Parameters<typeof versionChain>[1]) =>
  versionChain(versions.at(-1)?.version ?? 0, versions);

test("all that lies before a change of the key was removed by it, however long ago it was replaced", () => {
  const chain = chainOf(file(1, 0), file(2, 1), rewritten(3, 2, "rekey"), file(4, 3));
  expect(whyGone(chain, 1)).toEqual({ cause: "rekey", on: "2023-06-02" });
  expect(whyGone(chain, 2)).toEqual({ cause: "rekey", on: "2023-06-02" });
  expect(whyGone(chain, 3)).toEqual({ cause: "retention", on: null });
});

test("an erasure removed only the version that it was made out of", () => {
  const chain = chainOf(file(1, 0), file(2, 1), rewritten(3, 2, "erasure"), file(4, 3));
  expect(whyGone(chain, 2)).toEqual({ cause: "erasure", on: "2023-06-02" });
  expect(whyGone(chain, 1)).toEqual({ cause: "retention", on: null });
});

test("the day is not told where it was not recorded", () => {
  const { rewriting: _, ...unrecorded } = rewritten(2, 1, "rekey");
  expect(whyGone(chainOf(file(1, 0), unrecorded), 1)).toEqual({ cause: "rekey", on: null });
});
