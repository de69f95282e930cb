// Where alerts can be sent.

export type Protocol = "email" | "sqs" | "https";

/** Enough to tell a slip of the hand; whether it is somebody's is shown by the mail that asks for a confirmation. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/.test(text);
}

/** A standard queue: SNS delivers to a FIFO queue from a FIFO topic only. */
export function isQueueArn(text: string): boolean {
  return /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}$/.test(text);
}

export function isHttpsUrl(text: string): boolean {
  return text.startsWith("https://") && URL.canParse(text) && !/\s/.test(text);
}
