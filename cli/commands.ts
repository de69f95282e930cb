// All commands, in the order in which the help names them.
import type { Command } from "./command.ts";
import { agreements } from "./commands/agreements.ts";
import { alerts } from "./commands/alerts.ts";
import { audit } from "./commands/audit.ts";
import { coverage } from "./commands/coverage.ts";
import { day } from "./commands/day.ts";
import { discard, release } from "./commands/decide-held.ts";
import { erase } from "./commands/erase.ts";
import { history } from "./commands/history.ts";
import { link } from "./commands/link.ts";
import { preview } from "./commands/preview.ts";
import { receipt } from "./commands/receipt.ts";
import { reconcile } from "./commands/reconcile.ts";
import { redrive } from "./commands/redrive.ts";
import { reference } from "./commands/reference.ts";
import { rekey } from "./commands/rekey.ts";
import { report } from "./commands/report.ts";
import { start } from "./commands/start.ts";
import { status } from "./commands/status.ts";
import { subscribe } from "./commands/subscribe.ts";
import { subscriptions } from "./commands/subscriptions.ts";
import { template } from "./commands/template.ts";
import { unsubscribe } from "./commands/unsubscribe.ts";
import { upload } from "./commands/upload.ts";
import { validate } from "./commands/validate.ts";

export const COMMANDS: readonly Command[] = [
  start,
  template,
  validate,
  preview,
  upload,
  link,
  receipt,
  release,
  discard,
  reference,
  agreements,
  coverage,
  report,
  history,
  day,
  alerts,
  subscribe,
  subscriptions,
  unsubscribe,
  status,
  redrive,
  reconcile,
  audit,
  erase,
  rekey,
];
