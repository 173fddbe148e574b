import type { Channel } from "@/core/template/channel";
import type { Content } from "@/core/template/content";
import { textsOf, unreadable, variablesOfContent } from "@/core/template/content-problems";
import { type CopyAdvice, checkCopy } from "@/core/template/copy-checks";
import type { Snippets } from "@/core/template/snippet";

type Reading = {
  variables: readonly string[];
  /** What the first text says that cannot be read; null where all can. */
  broken: string | null;
};

type Known = { snippets: Snippets | null; reading: Reading };

const readings = new WeakMap<Content, Known>();
const advised = new WeakMap<Content, Map<Channel, readonly CopyAdvice[]>>();

// An editor checks the whole document after every key; all contents but one are the same objects.

/** What a content reads from the case, its snippets included. */
export function readingOf(content: Content, snippets: Snippets | null): Reading {
  const known = readings.get(content);
  if (known && known.snippets === snippets) return known.reading;
  const [broken] = textsOf(content).flatMap(({ text }) => unreadable(text, snippets));
  const variables = variablesOfContent(content, snippets);
  const reading = { variables, broken: broken?.message ?? null };
  readings.set(content, { snippets, reading });
  return reading;
}

/** Advice on the words of a content. */
export function adviceOn(content: Content, channel: Channel): readonly CopyAdvice[] {
  const byChannel = advised.get(content) ?? new Map<Channel, readonly CopyAdvice[]>();
  const advice = byChannel.get(channel) ?? checkCopy(content, channel);
  advised.set(content, byChannel.set(channel, advice));
  return advice;
}
