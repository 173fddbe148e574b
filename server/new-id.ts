import { randomFillSync } from "node:crypto";
import { uuidv7 } from "@/core/ids";

const BYTES_PER_ID = 10;
/** Random bytes are asked for in stock: one call for four hundred ids. */
const stock = new Uint8Array(400 * BYTES_PER_ID);
let used = stock.length;

/** A fresh UUIDv7 by this machine's clock: ids order rows, they decide nothing. */
export function newId(): string {
  if (used === stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  used += BYTES_PER_ID;
  return uuidv7(Date.now(), stock.subarray(used - BYTES_PER_ID, used));
}
