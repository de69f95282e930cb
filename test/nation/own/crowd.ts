// Sets of workers of one regency, by number: who they are, not only how many.

export interface Crowd {
  /** 1 where the worker with this number belongs to it. */
  readonly has: Uint8Array;
  readonly count: number;
}

export function crowdOf(has: Uint8Array): Crowd {
  let count = 0;
  for (let worker = 0; worker < has.length; worker += 1) count += has[worker] ?? 0;
  return { has, count };
}

/** What a change that was told leaves of a crowd to tell: its lost are no longer expected (unless they are still `covered`), its new ones are. */
export function withTold(crowd: Crowd, from: Crowd, to: Crowd, covered: Crowd): Crowd {
  const has = crowd.has.slice();
  for (let worker = 0; worker < has.length; worker += 1) {
    const was = from.has[worker] === 1;
    const is = to.has[worker] === 1;
    if (was && !is && covered.has[worker] === 0) has[worker] = 0;
    if (is && !was) has[worker] = 1;
  }
  return crowdOf(has);
}
