// A page by which somebody without an account uploads into one roster, for a while.
import { createHash } from "node:crypto";
import { rosterParts } from "#shared/domain/roster.ts";
import { regencyOf, rosterOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS, ROSTER_OPTION } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { EXIT } from "../exit-codes.ts";
import { UsageError } from "../failures.ts";
import { FORCE_OPTION, refuseUnwritable, writeKept } from "../kept-files.ts";
import { withProvince } from "../province.ts";
import { UPLOAD_SCRIPT } from "../upload-page/script.ts";
import { uploadPage } from "../upload-page/upload-page.ts";

const HOURS = 24;
/** S3 signs for seven days at most. */
const MOST_HOURS = 168;
/** Whoever has the page can upload. */
const FOR_OWNER_ONLY = { mode: 0o600 };

export const link: Command = {
  name: "link",
  summary: {
    id: "tulis halaman unggah untuk orang tanpa akun AWS, berlaku sementara",
    en: "write an upload page for somebody without an AWS account, valid for a while",
  },
  positionals: [],
  options: {
    ...ROSTER_OPTION,
    hours: {
      value: "N",
      help: {
        id: `berlaku berapa jam; ${HOURS}, paling lama ${MOST_HOURS}`,
        en: `valid for how many hours; at most ${MOST_HOURS}`,
      },
    },
    out: { value: "FILE", help: { id: "nama berkas; unggah-NAMA.html", en: "the file; unggah-NAME.html" } },
    ...FORCE_OPTION,
    ...PROVINCE_OPTIONS,
  },
  examples: [
    "link --roster 14.03/rentan/apbd-2022 --hours 8",
    "link --roster 14.08/non-asn/pemkab-siak --out siak.html",
  ],

  run: (line, output) => {
    const roster = rosterOf(line);
    const hours = hoursOf(line);
    const path = line.text("out") ?? `unggah-${rosterParts(roster).slug}.html`;
    const force = line.flag("force");
    refuseUnwritable(path, force);
    return withProvince(line, async ({ access }) => {
      regencyOf(rosterParts(roster).regency, access.code);
      const signed = await access.uploadForms.link(roster, hours * 3600, new Date());
      const scriptHash = createHash("sha256").update(UPLOAD_SCRIPT).digest("base64");
      await writeKept(path, uploadPage(signed, scriptHash), { ...FOR_OWNER_ONLY, force });
      const { prefix, expiresAt } = signed;
      output.answer({ file: path, roster, bucket: access.rostersBucket, prefix, expiresAt });
      output.say(`Ditulis / written: ${path}`);
      output.say(`Berlaku sampai / works until: ${expiresAt} (s3://${access.rostersBucket}/${prefix})`);
      output.say(
        "Siapa pun yang memegang halaman ini dapat mengunggah ke daftar itu. / Whoever has this page can upload to that roster.",
      );
      return EXIT.ok;
    });
  },
};

function hoursOf(line: CommandLine): number {
  const text = line.text("hours");
  const hours = text === null ? HOURS : Number(text);
  if (!(hours > 0 && hours <= MOST_HOURS))
    throw new UsageError({
      id: `--hours ${text}: lebih dari 0, paling banyak ${MOST_HOURS}`,
      en: `--hours ${text}: more than 0, at most ${MOST_HOURS}`,
    });
  return hours;
}
