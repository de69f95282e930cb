// The outputs of a deployed stack, by name.
import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";

/** null when there is no such stack in the environment's account and region. */
export async function stackOutputs(stack: string): Promise<Readonly<Record<string, string>> | null> {
  try {
    const { Stacks = [] } = await new CloudFormationClient().send(new DescribeStacksCommand({ StackName: stack }));
    return Object.fromEntries(
      (Stacks[0]?.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
    );
  } catch (error) {
    if (error instanceof CloudFormationServiceException && error.name === "ValidationError") return null;
    throw error;
  }
}
