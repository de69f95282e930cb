// A resource that holds data keeps its logical id whatever is moved around it: CloudFormation would otherwise create an empty one in its place.
import { CfnResource } from "aws-cdk-lib";
import type { Construct } from "constructs";

export function pinLogicalId(resource: Construct, logicalId: string): void {
  const child = resource.node.defaultChild;
  if (!CfnResource.isCfnResource(child))
    throw new TypeError(`${resource.node.path} is not one CloudFormation resource`);
  child.overrideLogicalId(logicalId);
}
