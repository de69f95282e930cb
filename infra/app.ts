// Writes the cloud assembly: one stack per province, or only the one that the context value `province` (or CAKUPAN_PROVINCE) names.
// The feature flags of cdk.json apply also when this file is run without the CDK command line.
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import cdk from "../cdk.json" with { type: "json" };
import { ProvinceStack } from "./province-stack.ts";
import { PROVINCES } from "./provinces.ts";

const app = new App({ context: cdk.context, outdir: process.env.CDK_OUTDIR ?? cdk.output });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const only: unknown = app.node.tryGetContext("province") ?? process.env.CAKUPAN_PROVINCE;
const chosen = only === undefined ? PROVINCES : PROVINCES.filter((one) => one.code === String(only));
if (chosen.length === 0) throw new RangeError(`infra/provinces.ts has no province ${only}`);
for (const one of chosen) new ProvinceStack(app, one);
app.synth();
