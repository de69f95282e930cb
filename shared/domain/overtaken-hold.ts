// Removals that waited, once nobody can decide on them any more: the roster has changed since. What was added and changed stays applied.
import type { Problem } from "./problem.ts";
import type { Receipt } from "./receipt.ts";
import { problem } from "./roster-file/problems.ts";

/** The receipt of a held upload that the roster has left behind. The same for one that says so already. */
export function overtakenReceipt(receipt: Receipt): Receipt {
  const others = notToDecide(receipt.file).filter(({ code }) => code !== "hold-overtaken");
  return { ...receipt, status: "superseded", file: [...others, problem("hold-overtaken")] };
}

/** Without the request to decide, once that is done or can no longer be. */
export function notToDecide(file: readonly Problem[]): readonly Problem[] {
  return file.filter(({ code }) => code !== "removals-held");
}
