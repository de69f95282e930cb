// Every morning, what was recorded and in no digest yet is told in one. What is told is remembered before it is published: a crash between the two
// publishes the same digest again, under the same id, and never tells an alert in two.
import { type Day, dayInJakarta } from "#shared/domain/day.ts";
import { daysToLookAt, takeDigest } from "#shared/domain/digest/take-digest.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import type { Log } from "#shared/lambda/log.ts";
import type { DigestMemory, DigestStore, DigestTopic } from "#shared/ports.ts";

export interface SendDigestPorts {
  readonly store: DigestStore;
  readonly topic: DigestTopic;
  readonly log: Log;
}

/** @param time instant for which the schedule was due, ISO 8601 UTC */
export async function sendDigest(ports: SendDigestPorts, province: ProvinceCode, time: string): Promise<void> {
  const asOf = dayInJakarta(time);
  for (;;) {
    const memory = await ports.store.read(province);
    const next = await taken(ports, memory, province, asOf);
    if (next !== null && !(await ports.store.save(province, next))) continue; // Another run was faster: look again.
    await drain(ports, province, next ?? memory);
    return;
  }
}

/** null when the morning has had its digest. */
async function taken(
  { store }: SendDigestPorts,
  { revision, ledger, outbox }: DigestMemory,
  province: ProvinceCode,
  asOf: Day,
): Promise<DigestMemory | null> {
  const days = daysToLookAt(ledger, asOf);
  if (days === null) return null;
  const recorded = await store.recorded(province, days);
  const found = takeDigest(ledger, recorded, days, { province, asOf });
  return { revision: revision + 1, ledger: found.ledger, outbox: [...outbox, ...found.digests] };
}

/** Should another run have saved meanwhile, the outbox stays and the next run publishes it again, under the same ids. */
async function drain({ store, topic, log }: SendDigestPorts, province: ProvinceCode, memory: DigestMemory) {
  if (memory.outbox.length === 0) return;
  for (const digest of memory.outbox) {
    await topic.publish(digest);
    log("info", "digest-published", { asOf: digest.asOf, count: digest.alerts.length });
  }
  await store.save(province, { ...memory, revision: memory.revision + 1, outbox: [] });
}
