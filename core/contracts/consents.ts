import { z } from "zod";
import { Key, PersonId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { endpoint } from "./endpoint";
import { At } from "./fields";

const TEXT_CHARS_MAX = 4_000;
const NAME_CHARS_MAX = 128;

/** GDPR, Article 6: on what ground somebody is written to. */
export const LEGAL_BASES = [
  "consent",
  "contract",
  "legal_obligation",
  "legitimate_interest",
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What was shown when it was agreed to. */
export const Wording = z.strictObject({
  text: z.string().min(1).max(TEXT_CHARS_MAX),
  version: z.string().max(NAME_CHARS_MAX).optional(),
  locale: z.string().max(35).optional(),
});
export type Wording = z.infer<typeof Wording>;

export const Consent = z
  .object({
    id: z.string(),
    channel: Channel,
    topic: z.string().nullable().meta({ description: "null: every topic" }),
    granted: z.boolean().meta({ description: "false: withdrawn" }),
    legalBasis: z.enum(LEGAL_BASES),
    address: z.string().nullable(),
    source: z.string(),
    wording: Wording.nullable(),
    actor: z.record(z.string(), z.unknown()).nullable(),
    evidence: z.record(z.string(), z.unknown()),
    at: At,
    digest: z.string().meta({
      description: "SHA-256 over salt, address, actor and evidence; it stays when they are erased",
    }),
    salt: z.string().nullable(),
    proof: z
      .string()
      .meta({ description: "SHA-256 over the entry before it and this one, as the docs say" }),
  })
  .meta({ description: "What a person agreed to or withdrew. Nothing in the ledger is changed" });
export type Consent = z.infer<typeof Consent>;

export const ConsentInput = z.strictObject({
  channel: Channel,
  topic: Key.nullable().default(null).meta({ description: "null: every topic" }),
  granted: z.boolean(),
  legalBasis: z.enum(LEGAL_BASES).default("consent"),
  address: z.string().trim().min(1).max(254).nullable().default(null),
  source: z
    .string()
    .trim()
    .min(1)
    .max(NAME_CHARS_MAX)
    .meta({ description: "Where it was said", examples: ["checkout", "paper form", "phone call"] }),
  wording: Wording.nullable().default(null),
  evidence: z
    .record(
      z.string().max(NAME_CHARS_MAX),
      z.union([z.string().max(1_000), z.number(), z.boolean()]),
    )
    .refine((of) => Object.keys(of).length <= 20, "at most 20 fields")
    .default({}),
});
export type ConsentInput = z.output<typeof ConsentInput>;

const params = z.strictObject({ id: PersonId });
const tags = ["People"];

export const consentsContract = {
  list: endpoint("people:read", {
    method: "GET",
    path: "/people/{id}/consents",
    summary: "A person's ledger of consents, with its proof",
    description: "Oldest first, at most 10,000 entries.",
    tags,
  })
    .input(z.object({ params }))
    .output(
      z.object({
        data: z.array(Consent),
        intact: z
          .boolean()
          .meta({ description: "Whether every proof follows from the one before" }),
      }),
    ),
  record: endpoint("people:write", {
    method: "POST",
    path: "/people/{id}/consents",
    summary: "Write down that a person agreed or withdrew",
    successStatus: 201,
    tags,
  })
    .input(z.object({ params, body: ConsentInput }))
    .output(Consent),
};
