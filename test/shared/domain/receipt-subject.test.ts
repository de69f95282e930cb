import { expect, test } from "vitest";
import { receiptSubject } from "#shared/domain/receipt-subject.ts";

test("a subject says in Indonesian first what became of the file, and never more than SNS takes", () => {
  expect(receiptSubject("held", "14.03/rentan/apbd")).toBe("Cakupan: menunggu keputusan / held: 14.03/rentan/apbd");
  expect(receiptSubject("refused", `é\n${"x".repeat(200)}`)).toMatch(/^Cakupan: ditolak \/ refused: \?\?x+$/);
  expect(receiptSubject("refused", "x".repeat(200))).toHaveLength(100);
});
