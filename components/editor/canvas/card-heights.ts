import { stepSentence } from "@/core/sentence/step-sentence";
import type { Definition } from "@/core/workflow/definition";
import type { StepNode } from "@/core/workflow/edit/outline";
import { type Reader, startName, stopsName } from "../plan/plan-words";

const CHARS_A_LINE = 42;
const LINE = 20;
const LINES_MAX = 3;
const HEAD_LINES_MAX = 5;
/** Header, paddings and footer of a card. */
const AROUND = 68;

/** A line more than needed is a little air; a line too few would be cut, so we count short lines. */
const lines = (text: string, most: number): number =>
  Math.min(most, Math.max(1, Math.ceil(text.length / CHARS_A_LINE)));

/** By reader, then by step: a sentence is asked for only when its step changes. */
const known = new WeakMap<Reader, WeakMap<object, number>>();

/** Heights of cards from their words alone: nothing is measured, so one pass lays out everything. */
export function heightsOf(definition: Definition, reader: Reader) {
  const sentences = known.get(reader) ?? new WeakMap<object, number>();
  known.set(reader, sentences);
  return {
    card: ({ step }: StepNode): number => {
      const known = sentences.get(step);
      if (known !== undefined) return known;
      const text = stepSentence(step, { locale: reader.locale, names: reader.names });
      const height = AROUND + LINE * lines(text, LINES_MAX);
      sentences.set(step, height);
      return height;
    },
    start: AROUND - 12 + LINE * lines(startName(definition, reader), HEAD_LINES_MAX),
    stops: AROUND - 12 + LINE * lines(stopsName(definition, reader), HEAD_LINES_MAX),
  };
}
