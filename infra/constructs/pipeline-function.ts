// A step of the pipeline: functions/{name}/handler.ts as one small ESM bundle for Node 24 on arm64, with a role and a log of its own.
// It may do nothing but log until a resource grants it more; the grant also names the resource in its environment.
import { fileURLToPath } from "node:url";
import { CfnResource, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogLevel, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { FilterPattern, LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { ENV, type FunctionName } from "#shared/names.ts";
import type { Step } from "../pipeline-steps.ts";
import type { DataKey, KeyedService } from "./data-key.ts";
import { FIVE_MINUTES, type Operators } from "./operators.ts";

interface PipelineFunctionProps extends Step {
  readonly province: string;
  readonly key: DataKey;
  readonly operators: Operators;
  readonly logDays: RetentionDays;
  /** Where an event goes that was not handled after all retries; only for what is called directly, not through a queue. */
  readonly deadLetters?: IQueue;
}

export class PipelineFunction extends NodejsFunction {
  readonly timeoutSeconds: number;
  readonly errorImpact: string;
  readonly ownLog: LogGroup;
  /** Crashes and messages that failed, in quarters of an hour. */
  readonly failures: MathExpression;
  readonly #key: DataKey;

  constructor(scope: Construct, name: FunctionName, props: PipelineFunctionProps) {
    const { province, key, operators, memoryMB, timeoutSeconds, errorImpact, logDays, deadLetters } = props;
    const logGroup = new LogGroup(scope, `${name}-log`, {
      encryptionKey: key,
      retention: logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    super(scope, name, {
      functionName: `cakupan-${province}-${name}`,
      description: errorImpact,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMB,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup,
      ...(deadLetters === undefined ? {} : { deadLetterQueue: deadLetters }),
      environment: { [ENV.province]: province, NODE_OPTIONS: "--enable-source-maps" },
      entry: fileURLToPath(new URL(`../../functions/${name}/handler.ts`, import.meta.url)),
      bundling: {
        format: OutputFormat.ESM,
        target: "node24",
        mainFields: ["module", "main"],
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        logLevel: LogLevel.WARNING,
        // The SDK in the bundle is the one that was tested, not the one that the runtime happens to carry.
        bundleAwsSDK: true,
      },
      // Who only reads the template, as tests do, needs no bundle.
      ...(Stack.of(scope).bundlingRequired
        ? {}
        : { code: Code.fromInline("// not bundled"), handler: "index.handler" }),
    });
    this.timeoutSeconds = timeoutSeconds;
    this.errorImpact = errorImpact;
    this.ownLog = logGroup;
    this.#key = key;
    this.allow(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn);
    if (deadLetters !== undefined) this.allowKeyThrough("sqs");
    const resource = this.node.defaultChild;
    if (CfnResource.isCfnResource(resource)) resource.addMetadata("cakupan:function", name);

    this.failures = this.#failures(logGroup, province);
    operators.alarm({
      name: `${name}-errors`,
      metric: this.failures,
      // One error is repaired by the retry; three within a quarter of an hour are not.
      threshold: 3,
      meaning: errorImpact,
    });
    operators.alarm({
      name: `${name}-throttles`,
      metric: this.metricThrottles({ period: FIVE_MINUTES, statistic: "Sum" }),
      threshold: 1,
      periods: 3,
      meaning: `The account's limit of concurrent functions holds this one back. ${errorImpact}`,
    });
  }

  /** Crashes and time-outs, which Lambda counts, and messages that failed within a batch, which only the function's own log tells. */
  #failures(logGroup: LogGroup, province: string): MathExpression {
    const period = Duration.minutes(15);
    const metricNamespace = "Cakupan";
    const metricName = `${province}-${this.node.id}-failures`;
    logGroup.addMetricFilter("failures", {
      metricNamespace,
      metricName,
      filterPattern: FilterPattern.stringValue("$.level", "=", "error"),
      metricValue: "1",
    });
    const logged = new Metric({ namespace: metricNamespace, metricName, period, statistic: "Sum" });
    // Ids of their own, so that the failures of all functions can stand in one graph.
    const own = this.node.id.replaceAll("-", "_");
    return new MathExpression({
      expression: `FILL(crashed_${own}, 0) + FILL(logged_${own}, 0)`,
      label: this.node.id,
      usingMetrics: {
        [`crashed_${own}`]: this.metricErrors({ period, statistic: "Sum" }),
        [`logged_${own}`]: logged,
      },
      period,
    });
  }

  allow(actions: readonly string[], ...resources: readonly string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  allowKeyThrough(service: KeyedService): void {
    this.addToRolePolicy(this.#key.useThrough(service));
  }
}
