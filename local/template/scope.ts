// Joins a template with the place it runs in: what every Ref, attribute and condition of it means there.
import * as z from "zod";
import { type Identity, identify, LOCAL_ACCOUNT, nameProperty, type Place } from "./identity.ts";
import { resolve, type Scope } from "./intrinsics.ts";
import { checkResourceTypes, isBuilt } from "./resource-types.ts";

const templateShape = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })).default({}),
});

interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly identity: Identity;
  /** Every intrinsic function worked out. */
  readonly properties: unknown;
}

export interface ResolvedTemplate {
  resources(...types: readonly string[]): readonly Resource[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** @throws Error when the template is none, or has a resource type or an intrinsic function that is not known here */
export function resolveTemplate(json: unknown, place: Place): ResolvedTemplate {
  const template = templateShape.parse(json);
  checkResourceTypes(template.Resources);

  const identities = new Map<string, Identity>();
  const identityOf = (logicalId: string): Identity => {
    const known = identities.get(logicalId);
    if (known !== undefined) return known;
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new Error(`the template names ${logicalId}, which it does not have`);
    const property = nameProperty(resource.Type);
    const named = property === undefined ? undefined : resolve(resource.Properties[property], scope);
    const identity = identify(resource.Type, logicalId, named, place);
    identities.set(logicalId, identity);
    return identity;
  };
  const pseudo: Readonly<Record<string, unknown>> = {
    "AWS::AccountId": LOCAL_ACCOUNT,
    "AWS::Region": place.region,
    "AWS::Partition": "aws",
    "AWS::StackName": place.stackName,
    "AWS::StackId": `arn:aws:cloudformation:${place.region}:${LOCAL_ACCOUNT}:stack/${place.stackName}/local`,
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::NoValue": undefined,
  };
  const scope: Scope = {
    ref: (name) => {
      if (name in pseudo) return pseudo[name];
      const parameter = template.Parameters[name];
      return parameter === undefined ? identityOf(name).ref : parameter.Default;
    },
    attribute: (logicalId, name) => {
      const known = identityOf(logicalId).attributes[name];
      if (known !== undefined) return known;
      // What has no local meaning may have any attribute: only resources that are left out as well read it.
      if (!isBuilt(template.Resources[logicalId]?.Type)) return `${identityOf(logicalId).arn}/${name}`;
      throw new Error(`the local province does not know ${logicalId}.${name}; see local/template/identity.ts`);
    },
    condition: (name) => resolve(template.Conditions[name], scope) === true,
  };

  const resources = Object.entries(template.Resources)
    .filter(([, { Condition }]) => Condition === undefined || scope.condition(Condition))
    .map(([logicalId, { Type, Properties }]) => ({
      logicalId,
      type: Type,
      identity: identityOf(logicalId),
      get properties() {
        return resolve(Properties, scope);
      },
    }));
  return {
    resources: (...types) => resources.filter(({ type }) => types.includes(type)),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([id, { Value }]) => [id, String(resolve(Value, scope))]),
    ),
  };
}
