"use client";

import { useState } from "react";
import { moved } from "@/components/ui/moved";
import {
  arranged,
  type Block,
  type BlockBody,
  type PlacedBlock,
  parseBlocks,
  placed,
  writeBlocks,
} from "@/core/template/blocks";

export type KeyedBlock = PlacedBlock & { id: number };
type Held = { body: string; lead: string; blocks: KeyedBlock[]; nextId: number };

/**
 * A body as blocks that stay themselves while they are written in: what was typed into one text is not
 * cut in two by an empty line. A body that comes from elsewhere, as by an undo, is read anew.
 */
export function useBlocks(body: string, onChange: (body: string) => void) {
  const [held, setHeld] = useState(() => read(body, null));
  const current = held.body === body ? held : read(body, held);
  if (current !== held) setHeld(current);
  const save = (
    lead: string,
    blocks: readonly PlacedBlock[],
    ids: readonly number[],
    nextId = current.nextId,
  ) => {
    const next = writeBlocks({ lead, blocks });
    setHeld({ body: next, lead, blocks: keyed(blocks, ids), nextId });
    if (next !== body) onChange(next);
  };
  const ids = current.blocks.map(({ id }) => id);
  const arrange = (blocks: readonly KeyedBlock[], nextId?: number) => {
    const next: BlockBody = arranged(current.lead, blocks);
    save(
      next.lead,
      next.blocks,
      blocks.map(({ id }) => id),
      nextId,
    );
  };
  return {
    blocks: current.blocks,
    change: (index: number, block: Block) =>
      save(
        current.lead,
        current.blocks.map((each, at) =>
          at === index ? { ...placed(block), after: each.after } : each,
        ),
        ids,
      ),
    move: (index: number, by: -1 | 1) => arrange(moved(current.blocks, index, by)),
    remove: (index: number) => arrange(current.blocks.filter((_, at) => at !== index)),
    /** Gives the key of the new block, which stands last. */
    add: (block: Block): number => {
      const id = current.nextId;
      arrange([...current.blocks, { ...placed(block), id }], id + 1);
      return id;
    },
  };
}

const keyed = (blocks: readonly PlacedBlock[], ids: readonly number[]): KeyedBlock[] =>
  blocks.map((block, index) => ({ ...block, id: ids[index] ?? index }));

/** A block in the place of one of its kind keeps that one's key, and so the control that shows it. */
function read(body: string, before: Held | null): Held {
  const { lead, blocks } = parseBlocks(body);
  const found = blocks.length > 0 ? blocks : [{ ...placed({ kind: "text", text: "" }), after: "" }];
  let nextId = before?.nextId ?? 0;
  const ids = found.map(({ block }, index) => {
    const same = before?.blocks[index];
    return same?.block.kind === block.kind ? same.id : nextId++;
  });
  return { body, lead, blocks: keyed(found, ids), nextId };
}
