import { z } from "zod";

export const VIEWS_PER_OPERATOR_MAX = 50;
const QUERY_MAX = 4_000;

export const ViewName = z.string().trim().min(1).max(60);
/** Without the question mark; whatever it says is read like any other address of the list. */
export const ViewQuery = z.string().max(QUERY_MAX);
