import { randomBytes } from "node:crypto";
import { uuidv7 } from "@/core/ids";

/** A fresh UUIDv7 by this machine's clock: ids order rows, they decide nothing. */
export const newId = (): string => uuidv7(Date.now(), randomBytes(10));
