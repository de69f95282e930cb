// A file that turns out unusable while its rows are being read: carries the problem to tell its uploader.
import type { Problem } from "#shared/domain/problem.ts";

export class UnreadableFile extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}
