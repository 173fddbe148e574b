import type { CaseFacts, PersonFacts, ReachAsked } from "@/core/case/facts";
import { consentOf } from "@/core/delivery/consent-of";
import { reaches } from "@/core/delivery/reaches";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { loadRecipients, type Recipient } from "../delivery/recipients";
import {
  ensureTemplates,
  ensureTopics,
  loadWorkspaces,
  type WorkspaceDelivery,
} from "../delivery/workspace-cache";
import { personName } from "./people-facts";

/** Thrown by a look at a preferred channel that nothing is loaded about yet: the decision is run again. */
export class ReachNotLoaded extends Error {
  readonly personId: string;
  readonly template: string;
  readonly topic: string;
  constructor({ personId, use }: ReachAsked, topic: string) {
    super(`how ${personId} is reached is not loaded`);
    this.personId = personId;
    this.template = use.template;
    this.topic = topic;
  }
}

/** People whose addresses and choices one statement reads. */
const READ_TOGETHER_MAX = 500;

/**
 * Whether preferred channels reach people, as delivery would find it. Nothing is read until a decision
 * asks, which only one about somebody with a preference does.
 */
export class ReachOnDemand {
  #workspaces = new Map<string, WorkspaceDelivery>();
  readonly #recipients = new Map<string, Recipient | null>();

  /** For cases of one workspace and topic. */
  of(workspaceId: WorkspaceId, topic: string): CaseFacts["reaches"] {
    return (asked) => {
      const { personId, use, request, isLastReminder } = asked;
      const workspace = this.#workspaces.get(workspaceId);
      const recipient = this.#recipients.get(personName(workspaceId, personId));
      const cached = workspace?.templates.get(use.template);
      const key = cached?.template.topic ?? topic;
      const topicFacts = workspace?.topics.get(key);
      if (recipient === undefined || cached === undefined || topicFacts === undefined) {
        throw new ReachNotLoaded(asked, key);
      }
      return reaches({
        message: { personId, channel: use.channel, request },
        topic: topicFacts,
        preference: recipient?.preferences.get(key) ?? null,
        isLastReminder,
        consent: consentOf(recipient?.smsConsents ?? [], key),
        addresses: recipient?.addresses.get(use.channel) ?? [],
      });
    };
  }

  /** Loads what was missed and, in the same statement, everybody of the batch who prefers a channel. */
  async load(
    db: Db | Tx,
    workspaceId: WorkspaceId,
    { personId, template, topic }: ReachNotLoaded,
    known: ReadonlyMap<string, PersonFacts | null>,
  ): Promise<void> {
    if (!this.#workspaces.has(workspaceId)) {
      const found = await loadWorkspaces(db, [workspaceId]);
      this.#workspaces = new Map([...this.#workspaces, ...found]);
    }
    await ensureTemplates(db, this.#workspaces, [{ workspaceId, key: template }]);
    const cached = this.#workspaces.get(workspaceId)?.templates.get(template);
    const key = cached?.template.topic ?? topic;
    await ensureTopics(db, this.#workspaces, [{ workspaceId, key }]);
    const wanted = new Map([[personName(workspaceId, personId), { workspaceId, personId }]]);
    for (const [name, person] of known) {
      if (wanted.size >= READ_TOGETHER_MAX) break;
      if (person === null || person.preferredChannel === null) continue;
      const theirs = name.slice(0, name.indexOf("/")) as WorkspaceId;
      wanted.set(name, { workspaceId: theirs, personId: person.id });
    }
    const missing = [...wanted].filter(([name]) => !this.#recipients.has(name));
    if (missing.length === 0) return;
    const refs = missing.map(([, ref]) => ref);
    const found = await loadRecipients(db, refs, true);
    for (const [name] of missing) this.#recipients.set(name, found.get(name) ?? null);
  }
}
