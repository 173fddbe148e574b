import { z } from "zod";
import { Key } from "@/core/ids";
import { endpoint, PageQuery, pageOf } from "./endpoint";
import { keyParams } from "./fields";
import type { Scope } from "./scope";

type Noun = Scope extends `${infer N}:${string}` ? N : never;

/**
 * The four endpoints of everything a workspace keeps by key: list, read, create or replace, delete.
 * `input` may repeat the address's key, so that what was read can be written back.
 */
export const keyed = <I extends z.ZodType, O extends z.ZodType>(options: {
  noun: Noun;
  path: `/${string}`;
  tag: string;
  name: string;
  input: I;
  output: O;
}) => {
  const { noun, path, tag, name, input, output } = options;
  const tags = [tag];
  const one = `${path}/{key}` as const;
  return {
    list: endpoint(`${noun}:read`, { method: "GET", path, summary: `List: ${tag}`, tags })
      .input(z.object({ query: PageQuery }))
      .output(pageOf(output)),
    get: endpoint(`${noun}:read`, { method: "GET", path: one, summary: `Read ${name}`, tags })
      .input(z.object({ params: keyParams }))
      .output(output),
    put: endpoint(`${noun}:write`, {
      method: "PUT",
      path: one,
      summary: `Create or replace ${name}`,
      description: "201 when new, 200 when replaced.",
      tags,
    })
      .input(z.object({ params: keyParams, body: input }))
      .output(output),
    delete: endpoint(`${noun}:write`, {
      method: "DELETE",
      path: one,
      summary: `Delete ${name}`,
      description: "409 while something still uses it.",
      successStatus: 204,
      tags,
    })
      .input(z.object({ params: keyParams }))
      .output(z.void()),
  };
};

/** The address's key again, for bodies that were read before. */
export const sameKey = { key: Key.optional() };
