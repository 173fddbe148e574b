import type { Channel } from "@/core/template/channel";
import type { Content } from "@/core/template/content";
import { textsOf, variablesOfContent } from "@/core/template/content-problems";
import { type CopyAdvice, checkCopy } from "@/core/template/copy-checks";
import { parseTemplate } from "@/core/template/liquid";

type Reading = {
  variables: readonly string[];
  /** What the first text says that cannot be read; null where all can. */
  broken: string | null;
};

const readings = new WeakMap<Content, Reading>();
const advised = new WeakMap<Content, Map<Channel, readonly CopyAdvice[]>>();

// An editor checks the whole document after every key; all contents but one are the same objects.

/** What a content reads from the case. */
export function readingOf(content: Content): Reading {
  const known = readings.get(content);
  if (known) return known;
  const problems = textsOf(content).flatMap(({ text }) => {
    const parsed = parseTemplate(text);
    return parsed.ok ? [] : [parsed.problem.message];
  });
  const reading = { variables: variablesOfContent(content), broken: problems[0] ?? null };
  readings.set(content, reading);
  return reading;
}

/** Advice on the words of a content. */
export function adviceOn(content: Content, channel: Channel): readonly CopyAdvice[] {
  const byChannel = advised.get(content) ?? new Map<Channel, readonly CopyAdvice[]>();
  const advice = byChannel.get(channel) ?? checkCopy(content, channel);
  advised.set(content, byChannel.set(channel, advice));
  return advice;
}
