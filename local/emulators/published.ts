// What SNS publishes, per protocol: fauxqs ignores MessageStructure, so that a queue would get the texts of all protocols at once, and sends no e-mail.
// A Publish or PublishBatch is looked at before fauxqs handles it: queues then get their own text, and the caller is told of every message.
import * as z from "zod";

export interface PublishedMessage {
  readonly topicArn: string;
  readonly subject: string | null;
  readonly texts: MessageTexts;
  readonly attributes: Record<string, { DataType: string; StringValue?: string; BinaryValue?: string }>;
}

/** The text for each protocol that has its own, and for all others. */
type MessageTexts = Readonly<Record<string, string>> & { readonly default: string };

type Form = Record<string, string>;
const textsShape = z.object({ default: z.string() }).catchall(z.string());

/**
 * The messages of the form of a Publish or PublishBatch, in which the text for queues takes the place of the texts of all protocols.
 * @throws RangeError with what SNS would refuse: a message structure that is no JSON with a default, a subject that no mail may have
 */
export function takePublished(form: Form): readonly PublishedMessage[] {
  if (form.Action !== "Publish" && form.Action !== "PublishBatch") return [];
  const prefixes = form.Action === "Publish" ? [""] : batchPrefixes(form);
  return prefixes.map((prefix) => {
    const texts = textsOf(form[`${prefix}Message`] ?? "", form[`${prefix}MessageStructure`]);
    const subject = form[`${prefix}Subject`] ?? null;
    if (subject !== null && !/^[\x20-\x7e]{1,100}$/.test(subject)) throw new RangeError("Invalid parameter: Subject");
    form[`${prefix}Message`] = texts.sqs ?? texts.default;
    return { topicArn: form.TopicArn ?? "", subject, texts, attributes: attributesOf(form, prefix) };
  });
}

function textsOf(message: string, structure: string | undefined): MessageTexts {
  if (structure !== "json") return { default: message };
  try {
    return textsShape.parse(JSON.parse(message));
  } catch {
    throw new RangeError("Invalid parameter: Message Structure - No default entry in JSON message body");
  }
}

function batchPrefixes(form: Form): readonly string[] {
  const prefixes = Object.keys(form).map((key) => /^PublishBatchRequestEntries\.member\.\d+\./.exec(key)?.[0]);
  return [...new Set(prefixes)].filter((prefix) => prefix !== undefined);
}

function attributesOf(form: Form, prefix: string): PublishedMessage["attributes"] {
  const attributes: PublishedMessage["attributes"] = {};
  for (let entry = 1; form[`${prefix}MessageAttributes.entry.${entry}.Name`] !== undefined; entry++) {
    const at = `${prefix}MessageAttributes.entry.${entry}`;
    const [name, DataType, StringValue, BinaryValue] = [
      "Name",
      "Value.DataType",
      "Value.StringValue",
      "Value.BinaryValue",
    ].map((field) => form[`${at}.${field}`]);
    if (name === undefined || DataType === undefined) continue;
    attributes[name] = {
      DataType,
      ...(StringValue === undefined ? {} : { StringValue }),
      ...(BinaryValue === undefined ? {} : { BinaryValue }),
    };
  }
  return attributes;
}
