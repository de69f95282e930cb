// The topic coverage-alerts: what a queue that subscribes would receive.
import { alert as alertSchema } from "#events/alert.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertTopic } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";

export class MemoryAlertTopic implements AlertTopic {
  readonly #topic: string[];
  readonly #effect: Effect;

  /** @param topic takes the alerts as JSON */
  constructor(topic: string[], effect: Effect = atOnce) {
    this.#topic = topic;
    this.#effect = effect;
  }

  async publish(alert: Alert): Promise<void> {
    const json = JSON.stringify(alertSchema.encode(alert));
    await this.#effect("alerts.publish", () => this.#topic.push(json));
  }
}
