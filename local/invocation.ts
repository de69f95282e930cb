// What a function's host and its worker thread say to each other. Events and results cross as JSON, as they do in Lambda.
export interface WorkerInput {
  /** URL of the bundle. */
  readonly file: string;
  readonly exportName: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

export interface InvocationMessage {
  readonly id: number;
  readonly payload: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly requestId: string;
}

export type InvocationAnswer =
  | {
      readonly id: number;
      readonly ok: true /** Absent when the function returned nothing. */;
      readonly payload: string | undefined;
    }
  | { readonly id: number; readonly ok: false; readonly reason: string };

/** A piece of what the function wrote to its standard output or error. */
export interface WorkerOutput {
  readonly written: string;
}
