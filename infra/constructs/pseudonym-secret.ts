// The secret behind the worker ids. Who reads it can turn a worker id back into a NIK: one function may. Lost, no new file could be matched with
// the workers already there; so it outlives the stack and is never rotated behind the pipeline's back,
// only by `cakupan rekey`.
import { RemovalPolicy } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { ENV, SECRET_KEY_FIELD } from "#shared/names.ts";
import type { DataKey } from "./data-key.ts";
import { pinLogicalId } from "./pin-logical-id.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

export class PseudonymSecret extends Secret {
  constructor(scope: Construct, key: DataKey) {
    super(scope, "PseudonymSecret", {
      description: "Key from which worker ids are made of NIK",
      encryptionKey: key,
      // 64 letters and digits: more than the 256 bits of the key that is made of them.
      generateSecretString: {
        secretStringTemplate: "{}",
        generateStringKey: SECRET_KEY_FIELD,
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pinLogicalId(this, "PseudonymSecret");
  }

  grantReadTo(reader: PipelineFunction): void {
    reader.allow(["secretsmanager:GetSecretValue"], this.secretArn);
    reader.allowKeyThrough("secretsmanager");
    reader.addEnvironment(ENV.pseudonymSecret, this.secretArn);
  }
}
