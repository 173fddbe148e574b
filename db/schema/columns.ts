import { customType, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { WorkspaceId } from "@/core/ids";

/** First column of every key: one rule for isolation, and the distribution column of a sharded database. */
export const workspaceId = () => uuid("workspace_id").$type<WorkspaceId>().notNull();

/** A moment, kept by PostgreSQL in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A text column whose values are one of a core type's words. */
export const word = <T extends string>(name: string) => text(name).$type<T>();

/** A jsonb column that decodes what it reads, so that its type cannot lie. */
export const parsedJson = <S extends z.ZodType>(name: string, schema: S) =>
  customType<{ data: z.output<S>; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => schema.parse(stored),
  })(name);

export const Json = z.record(z.string(), z.unknown());
export type Json = z.infer<typeof Json>;
