// Sends dead letters once more, at a bounded rate. A letter is deleted only after it was sent: an end in between may double a message, which is harmless,
// and never loses one. What cannot be sent stays where it is.

export interface DeadLetters<Letter> {
  /** Keeps them from being received again meanwhile. */
  receive(most: number): Promise<readonly Letter[]>;
  /** False: this one cannot be sent. */
  send(letter: Letter): Promise<boolean>;
  delete(letter: Letter): Promise<void>;
  /** Lets it be received again. */
  putBack(letter: Letter): Promise<void>;
}

export interface RedriveLimits {
  /** At most so many: what can never work comes back, and would be sent forever. */
  readonly most: number;
  /** Waits until the next letter may be sent. */
  readonly pace: () => Promise<void>;
}

export interface Redriven {
  /** Sent and deleted. */
  readonly sent: number;
  /** Put back, because they cannot be sent. */
  readonly unfit: number;
}

export async function redriveLetters<Letter>(
  letters: DeadLetters<Letter>,
  { most, pace }: RedriveLimits,
): Promise<Redriven> {
  const unfit: Letter[] = [];
  let sent = 0;
  try {
    while (sent + unfit.length < most) {
      const received = await letters.receive(most - sent - unfit.length);
      if (received.length === 0) break;
      for (const letter of received) {
        if (!(await letters.send(letter))) {
          unfit.push(letter);
          continue;
        }
        await letters.delete(letter);
        sent += 1;
        await pace();
      }
    }
  } finally {
    // Put back at once, one would be received again in the same run.
    for (const letter of unfit) await letters.putBack(letter);
  }
  return { sent, unfit: unfit.length };
}
