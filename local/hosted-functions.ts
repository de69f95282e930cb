// The functions of the template, each hosted when it is first asked for: with its bundle, its own environment and the emulators' addresses.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type FunctionHost, hostFunction } from "./function-host.ts";
import type { Assembly } from "./synthesise.ts";
import type { FunctionResource } from "./template/compute.ts";

export interface HostedFunctions {
  /** @throws Error when the template has no such function that runs Node */
  host(name: string): FunctionHost;
  stop(): Promise<void>;
}

export interface HostedFunctionsOptions {
  readonly functions: readonly FunctionResource[];
  readonly assembly: Pick<Assembly, "assetDirectory">;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (line: string, functionName: string) => void;
}

export function hostFunctions({ functions, assembly, environment, log }: HostedFunctionsOptions): HostedFunctions {
  const hosts = new Map<string, FunctionHost>();

  function start(fn: FunctionResource): FunctionHost {
    const dot = fn.handler.lastIndexOf(".");
    const file = join(assembly.assetDirectory(fn.assetKey), `${fn.handler.slice(0, dot)}.mjs`);
    return hostFunction(
      {
        file: pathToFileURL(file).href,
        exportName: fn.handler.slice(dot + 1),
        functionName: fn.name,
        functionArn: fn.arn,
        memoryMb: fn.memoryMb,
        timeoutSeconds: fn.timeoutSeconds,
        environment: {
          ...fn.environment,
          ...environment,
          AWS_LAMBDA_FUNCTION_NAME: fn.name,
          AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
        },
      },
      (line) => log(line, fn.name),
    );
  }

  return {
    host: (name) => {
      const known = hosts.get(name);
      if (known !== undefined) return known;
      const fn = functions.find((it) => it.name === name);
      if (fn === undefined) throw new Error(`the template has no function ${name} that runs on this machine`);
      const started = start(fn);
      hosts.set(name, started);
      return started;
    },
    stop: async () => {
      await Promise.all([...hosts.values()].map((host) => host.stop()));
    },
  };
}
