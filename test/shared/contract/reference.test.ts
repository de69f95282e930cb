import { expect, test } from "vitest";
import agreementSample from "#events/samples/stored-agreement.json" with { type: "json" };
import { storedAgreement } from "#events/stored-reference.ts";
import { month } from "#shared/domain/month.ts";
import type { ReferenceFigure } from "#shared/domain/reference/figure.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { describeContract } from "./each-world.ts";
import { order } from "./samples.ts";

describeContract("ReferenceStore", (world) => {
  const claims = (code: string, cases: number, at = "2022-12"): ReferenceFigure => ({
    kind: "claims",
    regency: regencyCode(code),
    figure: { month: month(at), months: 1, programme: "jht", segment: null, cases, rupiah: null, source: "uji" },
  });

  test("of a regency without reference data nothing is known", async () => {
    const { reference } = world();
    expect(await reference.ofRegency(regencyCode("14.01"))).toEqual({ agreements: [], workforces: [], targets: [] });
    expect(await reference.claims(regencyCode("14.01"))).toEqual([]);
  });

  test("the newer upload of a figure stands, in whatever order they come", async () => {
    const { reference } = world();
    expect(await reference.put(claims("14.02", 5), order(2))).toBe("applied");
    expect(await reference.put(claims("14.02", 4), order(1))).toBe("superseded");
    expect(await reference.put(claims("14.02", 5), order(2))).toBe("applied");
    expect(await reference.put(claims("14.02", 5), order(3))).toBe("unchanged");
    expect(await reference.put(claims("14.02", 7, "2022-11"), order(1))).toBe("applied");
    expect((await reference.claims(regencyCode("14.02"))).map(({ cases }) => cases)).toEqual([7, 5]);
  });

  test("an agreement remembers each of its files once, in their order", async () => {
    const { reference } = world();
    const name = { regency: regencyCode("14.03"), slug: "apbd" };
    const [sample] = storedAgreement.parse(agreementSample).files;
    if (sample === undefined) throw new Error("no sample");
    const sent = (n: number) => ({ ...sample, order: order(n), uploadId: String(n) });
    expect(await reference.addAgreement(name, sent(2))).toEqual([sent(2)]);
    expect(await reference.addAgreement(name, sent(1))).toEqual([sent(1), sent(2)]);
    expect(await reference.addAgreement(name, sent(2))).toEqual([sent(1), sent(2)]);
    const { agreements } = await reference.ofRegency(name.regency);
    expect(agreements).toEqual([{ ...name, ...sample.content }]);
  });
});
