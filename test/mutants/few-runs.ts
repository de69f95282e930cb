// Properties are tried on few cases, and on the same ones for every mutant: what survives, survives again.
import fc from "fast-check";

fc.configureGlobal({ numRuns: 25, seed: 1 });
