import { MINUTE_MS } from "@/core/time";
import type { Refusal } from "./provider";

type Problem = { words: string } & Pick<Refusal, "addressGone" | "retryAfterMs" | "blame"> & {
    /** Our settings or Twilio's queue are in the way, not the message. */
    retry?: true;
  };

const QUEUE_WAIT_MS = 5 * MINUTE_MS;

/** The codes Twilio documents for sending (twilio.com/docs/api/errors), in words somebody can act on. */
const PROBLEMS: Readonly<Record<number, Problem>> = {
  20003: { words: "Twilio refuses the account SID or auth token", retry: true, blame: "account" },
  20005: { words: "The Twilio account is not active", retry: true, blame: "account" },
  21211: { words: "This is not a phone number that exists", addressGone: "bounced" },
  21408: { words: "The Twilio account may not send SMS to this country", retry: true },
  21602: { words: "The SMS has no words" },
  21603: { words: "The Twilio account has no sender number set", retry: true, blame: "account" },
  21604: { words: "The SMS has no number to go to" },
  // Of one number only: another may well be reached from the same sender.
  21606: { words: "The sender number cannot send SMS to this number", retry: true },
  21608: { words: "A trial account of Twilio writes only to numbers verified there", retry: true },
  21610: { words: "The person answered STOP to this sender", addressGone: "stopped" },
  21611: {
    words: "Too many SMS wait in the sender number's queue",
    retry: true,
    retryAfterMs: QUEUE_WAIT_MS,
  },
  21612: { words: "No way leads from the sender number to this number" },
  21614: { words: "This number cannot get SMS: it is no mobile number", addressGone: "bounced" },
  21617: { words: "The SMS is longer than 1600 characters" },
  21659: {
    words: "The sender is not a number of the Twilio account",
    retry: true,
    blame: "account",
  },
  21660: {
    words: "The sender number belongs to another Twilio account",
    retry: true,
    blame: "account",
  },
  21701: {
    words: "The Twilio account has no such messaging service",
    retry: true,
    blame: "account",
  },
  21703: { words: "The messaging service has no sender number", retry: true, blame: "account" },
  21705: {
    words: "The Twilio account has no such messaging service",
    retry: true,
    blame: "account",
  },
  30001: { words: "Too many SMS waited in Twilio's queue" },
  30002: { words: "The Twilio account is suspended", retry: true, blame: "account" },
  30003: { words: "The phone is off or out of reach" },
  30004: { words: "The person or their carrier blocks this sender" },
  30005: { words: "This number is not in use", addressGone: "bounced" },
  30006: {
    words: "This number is a landline, or its carrier takes no SMS",
    addressGone: "bounced",
  },
  30007: { words: "The carrier filtered the SMS as unwanted" },
  30008: { words: "The carrier did not say why the SMS was not delivered" },
  30010: { words: "The SMS costs more than the most that was allowed" },
  30017: { words: "The carrier's network was congested" },
  30018: { words: "The country wants this kind of sender registered first" },
  30022: { words: "The sender has sent all it may send per minute to the United States" },
  30023: { words: "The sender has sent all it may send today to the United States" },
  30032: { words: "The toll-free sender number is not verified" },
  30034: { words: "The sender number is not registered for SMS to the United States (A2P 10DLC)" },
  30036: { words: "The SMS could not be delivered in the time it was valid" },
  30410: { words: "The carrier did not answer in time" },
  30450: { words: "Twilio held the SMS back: it looked like fraud" },
  63038: {
    words: "The Twilio account has sent all it may send today",
    retry: true,
    blame: "account",
  },
};

/** What a documented code means for a message; null for one we do not know. */
export function twilioProblem(code: number | null, said: string): Refusal | null {
  const problem = code === null ? undefined : PROBLEMS[code];
  if (!problem) return null;
  const { words, retry = false, ...more } = problem;
  return { ok: false, retry, reason: `${words}. Twilio says: ${said} (${code})`, ...more };
}
