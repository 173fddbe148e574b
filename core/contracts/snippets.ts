import { z } from "zod";
import { EmailLayout } from "@/core/template/email-layout";
import { Snippet } from "@/core/template/snippet";
import { keyed, sameKey } from "./keyed";

export const SnippetInput = Snippet.extend(sameKey);
export type SnippetInput = z.infer<typeof SnippetInput>;

export const SnippetShape = z
  .object({ key: z.string(), ...Snippet.shape })
  .meta({ description: "Words that many templates share: Markdown with Liquid" });
export type SnippetShape = z.infer<typeof SnippetShape>;

export const snippetsContract = keyed({
  noun: "snippets",
  path: "/snippets",
  tag: "Snippets",
  name: "a snippet",
  input: SnippetInput,
  output: SnippetShape,
});

export const LayoutInput = EmailLayout.safeExtend(sameKey);
export type LayoutInput = z.infer<typeof LayoutInput>;

export const LayoutShape = z
  .object({ key: z.string(), ...EmailLayout.shape })
  .meta({ description: "How emails look that name it" });
export type LayoutShape = z.infer<typeof LayoutShape>;

export const layoutsContract = keyed({
  noun: "layouts",
  path: "/layouts",
  tag: "Layouts",
  name: "a layout",
  input: LayoutInput,
  output: LayoutShape,
});
