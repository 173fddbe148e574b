import type { z } from "zod";
import type { FieldError } from "@/core/errors";
import type { Provider } from "@/server/providers/provider";
import type { Secrets } from "../seal";

/** What the installation allows its accounts. */
export type AccountRules = {
  /** Whether servers inside our own network may be called. */
  allowPrivate: boolean;
  /** For a provider without idempotency: what to do with an attempt nobody knows the end of. */
  whenUnknown: Provider["whenUnknown"];
  /** Where the provider of this account can tell what became of a message; null when it could not call there. */
  callbackUrl?: string | null;
};

type Values = Record<string, unknown>;

/** An account as it is kept: what may be seen, and what is sealed. */
export type Content = { settings: Values; secrets: Secrets };

const NOTHING: Content = { settings: {}, secrets: {} };

/** What makes one kind of account different from another. */
type Parts<S extends z.ZodObject, K extends z.ZodObject> = {
  /** Fields that whoever sees the page may read. */
  Settings: S;
  /** Fields that are sealed; all of them text. */
  Secrets: K;
  /** Made by us for a new account; no form sets them. */
  make?: () => Content;
  /** Settings that follow from what was entered. */
  derive?: (secrets: Secrets) => Values;
  /** What is wrong with fields that are right one by one. */
  problems?: (settings: z.output<S>, secrets: z.output<K>, rules: AccountRules) => FieldError[];
  /** Settings that say which server is told the secrets. */
  tells?: readonly (keyof S["shape"] & string)[];
  /** The secret that is told apart by its end. */
  mainSecret: (secrets: z.output<K>) => string | undefined;
  /** Who its messages come from, or where they go; null when that differs from person to person. */
  sender: (settings: z.output<S>) => string | null;
  connect: (settings: z.output<S>, secrets: z.output<K>, rules: AccountRules) => Provider;
};

/** A kind of account, its own fields out of sight: for code that treats all kinds alike. */
export type Kind = {
  /** A new account of these fields. Throws a `ZodError`. */
  create: (fields: Values) => Content;
  /** An account with its fields changed: secrets that are empty stay. Throws a `ZodError`. */
  change: (kept: Content, fields: Values) => Content;
  /** What must be entered again, so that nobody has a secret told to a server of their own. */
  missing: (kept: Content, changed: Content, fields: Values) => FieldError[];
  problems: (content: Content, rules: AccountRules) => FieldError[];
  mainSecret: (secrets: Secrets) => string | undefined;
  sender: (settings: Values) => string | null;
  /** Throws a `ZodError` when what is stored is none of this kind. */
  connect: (content: Content, rules: AccountRules) => Provider;
};

export function kind<S extends z.ZodObject, K extends z.ZodObject>(parts: Parts<S, K>): Kind {
  const { Settings, Secrets: Sealed, make = () => NOTHING, derive = () => ({}) } = parts;
  const settingsOf = (values: Values) => Settings.parse(values);
  const secretsOf = (values: Values) => Sealed.parse(values);
  const read = (made: Content, fields: Values, kept: Secrets): Content => {
    const secrets = { ...kept, ...given(fields, Sealed, made.secrets), ...made.secrets };
    const settings = { ...given(fields, Settings, made.settings), ...made.settings };
    return {
      settings: settingsOf({ ...settings, ...derive(secrets) }),
      secrets: secretsOf(secrets) as Secrets,
    };
  };
  return {
    create: (fields) => read(make(), fields, {}),
    change: ({ settings, secrets }, fields) => {
      const names = make();
      // An account from before something was made gets it now; what was made stays for good.
      const made = {
        settings: { ...names.settings, ...only(settings, names.settings) },
        secrets: { ...names.secrets, ...(only(secrets, names.secrets) as Secrets) },
      };
      return read(made, fields, secrets);
    },
    missing: (kept, changed, fields) => {
      const isElsewhere = (parts.tells ?? []).some(
        (name) => kept.settings[name] !== changed.settings[name],
      );
      if (!isElsewhere) return [];
      const entered = given(fields, Sealed, {});
      const own = make().secrets;
      return Object.keys(kept.secrets)
        .filter((name) => !(name in entered || name in own))
        .map((path) => ({ path, message: "enter it again: it would be told to another server" }));
    },
    problems: ({ settings, secrets }, rules) =>
      parts.problems?.(settingsOf(settings), secretsOf(secrets), rules) ?? [],
    mainSecret: (secrets) => parts.mainSecret(secretsOf(secrets)),
    sender: (settings) => parts.sender(settingsOf(settings)),
    connect: ({ settings, secrets }, rules) =>
      parts.connect(settingsOf(settings), secretsOf(secrets), rules),
  };
}

const only = (values: Values, names: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name in names));

/** The fields of this shape that were filled in: an empty one says nothing. */
const given = (fields: Values, shape: z.ZodObject, except: Values): Record<string, string> =>
  Object.fromEntries(
    Object.keys(shape.shape).flatMap((name) => {
      const value = fields[name];
      return typeof value !== "string" || value.trim() === "" || name in except
        ? []
        : [[name, value]];
    }),
  );
