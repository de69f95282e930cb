// One step upon the world. Every step of the in-memory adapters goes through such a function, so that a simulation can fail it before it happens, lose
// its answer, or let it hang; and each adapter makes the same steps, one by one, as its counterpart on AWS.

/** @param name the port and the step, e.g. `heads.move` */
export type Effect = <T>(name: string, run: () => T) => Promise<T>;

/** Nothing goes wrong. */
export const atOnce: Effect = async (_name, run) => run();
