// Removals that waited, once nobody can decide on them any more: the roster has changed since. What was added and changed stays applied.
import type { Problem } from "./problem.ts";
import type { Receipt } from "./receipt.ts";
import { problem } from "./roster-file/problems.ts";
import { type Head, isSuperseded, type UploadRecord } from "./upload.ts";

/** Whether the version that a held upload left is neither current nor only rewritten since, or a newer whole list has been taken. For good: no head goes back. */
export function isHoldOvertaken({ order, outcome }: Pick<UploadRecord, "order" | "outcome">, head: Head): boolean {
  const left = outcome?.version ?? 0;
  return (head.current !== left && head.filed !== left) || isSuperseded(order, head);
}

/** The receipt of a held upload that the roster has left behind. The same for one that says so already. */
export function overtakenReceipt(receipt: Receipt): Receipt {
  const others = notToDecide(receipt.file).filter(({ code }) => code !== "hold-overtaken");
  return { ...receipt, status: "superseded", file: [...others, problem("hold-overtaken")] };
}

/** Without the request to decide, once that is done or can no longer be. */
export function notToDecide(file: readonly Problem[]): readonly Problem[] {
  return file.filter(({ code }) => code !== "removals-held");
}
