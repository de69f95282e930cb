import type { ObjectCreatedEvent } from "#events/object-created.ts";

export function createdEvent(object: Omit<ObjectCreatedEvent["detail"]["object"], "sequencer">): ObjectCreatedEvent {
  return {
    "detail-type": "Object Created",
    source: "aws.s3",
    time: "2023-02-01T02:00:00Z",
    detail: { bucket: { name: "rosters" }, object: { ...object, sequencer: "0A" } },
  };
}
