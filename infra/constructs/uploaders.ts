// Who may upload what: a role or user per uploader that may put objects under the prefixes of its own rosters and reference data, and nothing else; not even read back.
import { AccountPrincipal, ArnPrincipal, type IPrincipal, PolicyStatement, Role, User } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { REFERENCE_FOLDERS } from "#shared/domain/reference/reference-key.ts";
import { ROSTERS_PREFIX } from "#shared/names.ts";
import type { ReferenceScope, RosterScope, Uploader } from "../province.ts";
import type { DataKey } from "./data-key.ts";

/** PutObject covers the parts of a multipart upload as well; the others let a broken one be resumed or given up. */
const UPLOAD_ACTIONS = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];

interface UploadersProps {
  readonly province: string;
  readonly key: DataKey;
  readonly bucket: Bucket;
  readonly uploaders: readonly Uploader[];
}

export class Uploaders extends Construct {
  constructor(scope: Construct, { province, key, bucket, uploaders }: UploadersProps) {
    super(scope, "Uploaders");
    for (const uploader of uploaders) {
      const name = `cakupan-${province}-uploader-${uploader.name}`;
      const identity =
        uploader.as === "user"
          ? new User(this, uploader.name, { userName: name })
          : new Role(this, uploader.name, {
              roleName: name,
              description: `Uploads: ${prefixesOf(uploader).join(", ")}`,
              assumedBy: principalOf(uploader.as.roleAssumedBy),
            });
      identity.addToPrincipalPolicy(
        new PolicyStatement({
          actions: UPLOAD_ACTIONS,
          resources: prefixesOf(uploader).map((prefix) => bucket.arnForObjects(`${prefix}*`)),
        }),
      );
      identity.addToPrincipalPolicy(key.useThrough("s3"));
    }
  }
}

/** Where an uploader may put objects. */
export function prefixesOf({ rosters = [], reference = [] }: Uploader): readonly string[] {
  return [...rosters.map(rosterPrefix), ...reference.map(referencePrefix)];
}

/** `workforce/`, `agreements/14.03/`. */
function referencePrefix(scope: ReferenceScope): string {
  return typeof scope === "string"
    ? `${REFERENCE_FOLDERS[scope]}/`
    : `${REFERENCE_FOLDERS.agreement}/${scope.agreementsOf}/`;
}

/** `rosters/14.03/`, `rosters/14.03/rentan/` or `rosters/14.03/rentan/apbd-2022/`: always whole names. */
function rosterPrefix({ regency, segment, slug }: RosterScope): string {
  return `${ROSTERS_PREFIX}${[regency, segment, slug].filter((part) => part !== undefined).join("/")}/`;
}

function principalOf(who: { readonly account: string } | { readonly principalArn: string }): IPrincipal {
  return "account" in who ? new AccountPrincipal(who.account) : new ArnPrincipal(who.principalArn);
}
