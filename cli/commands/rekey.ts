// Changes the pseudonym key of a province. Uploads wait meanwhile. Cut off, the same command goes on where it stopped.
import { randomBytes } from "node:crypto";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { niksOf, pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import type { RekeyAct } from "#shared/domain/audit.ts";
import type { KeyCipher, RekeyPorts } from "#shared/people/needs.ts";
import { type KeyState, keyState, rekeyProvince } from "#shared/people/rekey-province.ts";
import { AS_OPTION, actingPerson, REASON_OPTION, reasonOf, refuseUnconfirmed } from "../acting-person.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { timeIn, withProvince } from "../province.ts";
import { keyStateText, rekeyedText } from "../render/rekey-text.ts";

export const rekey: Command = {
  name: "rekey",
  summary: {
    id: "ganti kunci nama samaran pekerja; unggahan menunggu selama itu",
    en: "change the key of the workers' pseudonyms; uploads wait meanwhile",
  },
  positionals: [],
  options: {
    "dry-run": { value: null, help: { id: "hanya sebut keadaannya", en: "only say how things stand" } },
    ...REASON_OPTION,
    yes: { value: null, help: { id: "ya, ganti", en: "yes, change it" } },
    ...AS_OPTION,
    ...PROVINCE_OPTIONS,
  },
  examples: ["rekey --dry-run", 'rekey --reason "kunci lama terbaca orang lain" --yes --province 14'],

  run: (line, output) =>
    withProvince(line, async (province) => {
      const { access } = province;
      const ports = rekeyPorts(access);
      const state = await keyState(ports, access.code);
      if (line.flag("dry-run")) {
        output.answer({ dryRun: true, stage: state.stage, keyId: state.fromKeyId });
        output.say(keyStateText(state));
        return EXIT.ok;
      }
      const reason = reasonOf(line);
      refuseUnconfirmed(line);
      const at = await timeIn(province);
      const act: RekeyAct = {
        kind: "rekey",
        at,
        by: actingPerson(line),
        reason,
        ...keyIdsOf(state),
        progress: "begun",
      };
      await access.audit.record(access.code, act);
      const done = await rekeyProvince(ports, access.code, state, act);
      await access.audit.record(access.code, { ...act, progress: "done" });
      output.answer({ dryRun: false, stage: state.stage, ...done });
      output.say(rekeyedText(done));
      return EXIT.ok;
    }),
};

function keyIdsOf({ fromKeyId, toKeyId }: KeyState): Pick<RekeyAct, "fromKeyId" | "toKeyId"> {
  return { fromKeyId, toKeyId };
}

/** What changing the key needs of a province. */
export function rekeyPorts(access: ProvinceAccess): RekeyPorts {
  const { heads, slices, reader, admissions, keys, registry, coverageUpdates } = access;
  return { heads, slices, records: reader, admissions, keys, cipher: CIPHER, registry, coverageUpdates };
}

/** As long as the one that the stack makes. */
const KEY_BYTES = 32;

const CIPHER: KeyCipher = {
  newKey: () => randomBytes(KEY_BYTES).toString("hex"),
  keyIdOf: (key) => pseudonymsOf(key).keyId,
  rename: (ids, from, to) => pseudonymsOf(to).of(niksOf(from, ids)),
};
