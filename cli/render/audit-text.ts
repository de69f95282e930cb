// The acts on a province's data for a person, one after the other.
import { formatNumberId } from "#shared/domain/format.ts";
import type { ListedAct } from "../commands/audit.ts";
import { minuteIn } from "./instant-text.ts";
import { givenUp } from "./redrive-text.ts";
import { filterText } from "./subscription-text.ts";
import { shortened, table, wrapped } from "./table.ts";

const WHO_WIDTH = 20;
const ABOUT_WIDTH = 64;

export function auditText(acts: readonly ListedAct[]): string {
  if (acts.length === 0) return "Belum ada apa-apa. / Nothing yet.";
  return [
    table({
      head: ["Waktu / when (UTC)", "Apa / what", "Oleh / by", "Tentang / about"],
      rows: acts.flatMap(rowsOf),
    }),
    "",
    "Oleh: akun AWS pengunggah, atau nama yang disebut sendiri (--as); yang pasti ada di CloudTrail.",
    "By: the AWS account that uploaded, or the name given (--as); who it was for certain is in CloudTrail.",
  ].join("\n");
}

/** As many lines as what it is about takes. */
function rowsOf(act: ListedAct): readonly (readonly string[])[] {
  const [first = "", ...more] = wrapped(aboutOf(act), ABOUT_WIDTH).map((line) => shortened(line, ABOUT_WIDTH));
  return [
    [minuteIn(act.at), act.kind, shortened(act.by ?? "-", WHO_WIDTH), first],
    ...more.map((line) => ["", "", "", `  ${line}`]),
  ];
}

function aboutOf(act: ListedAct): string {
  switch (act.kind) {
    case "upload":
      return `${act.roster} ${act.fileName} (${act.status})`;
    case "reference":
      return `${act.as}: ${act.agreement === null ? "" : `${act.agreement} `}${act.fileName} (${act.status})`;
    case "release":
    case "discard":
      return `${act.roster} ${act.uploadId}`;
    case "erasure":
      return `${formatNumberId(act.workers)} orang/${act.workers === 1 ? "person" : "people"}, ${act.progress}, ${act.requestedOn ?? "-"}: ${act.reason}`;
    case "rekey":
      return `${act.fromKeyId} → ${act.toKeyId}, ${act.progress}: ${act.reason}`;
    case "subscription":
    case "unsubscription":
      return `${act.endpoint} (${act.topic}; ${filterText(act.filter)})`;
    case "redrive":
      return `${act.queue}: ${act.sent === null ? act.progress : `${formatNumberId(act.sent)} dikirim ulang / sent again`}`;
    case "letter-discard":
      return `${act.queue}: ${formatNumberId(act.letters)} dibuang / thrown away (${lettersText(act)})`;
  }
}

/** Each reason with what had it, of those that are named. */
function lettersText({ queue, named, progress }: Extract<ListedAct, { readonly kind: "letter-discard" }>): string {
  const byReason = Map.groupBy(named, ({ reason }) => reason ?? givenUp(queue));
  const reasons = [...byReason].map(([reason, letters]) => {
    const about = letters.flatMap((letter) => (letter.about === "-" ? [] : letter.about)).join(", ");
    return about === "" ? reason : `${reason}: ${about}`;
  });
  return [...(progress === "done" ? [] : [progress]), ...reasons].join("; ");
}
