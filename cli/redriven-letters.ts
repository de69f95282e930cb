// Sends dead letters to their queue once more, at a bounded rate. A letter is deleted only after it was sent: an end in between may double a message,
// which is harmless, and never loses one.

export interface DeadLetters<Letter> {
  receive(most: number): Promise<readonly Letter[]>;
  send(letter: Letter): Promise<void>;
  delete(letter: Letter): Promise<void>;
}

export interface RedriveLimits {
  /** At most so many: what can never work comes back, and would be sent forever. */
  readonly most: number;
  /** Waits until the next letter may be sent. */
  readonly pace: () => Promise<void>;
}

/** How many were sent and deleted. */
export async function redriveLetters<Letter>(
  letters: DeadLetters<Letter>,
  { most, pace }: RedriveLimits,
): Promise<number> {
  let sent = 0;
  while (sent < most) {
    const received = await letters.receive(most - sent);
    if (received.length === 0) return sent;
    for (const letter of received) {
      await letters.send(letter);
      await letters.delete(letter);
      sent += 1;
      await pace();
    }
  }
  return sent;
}
