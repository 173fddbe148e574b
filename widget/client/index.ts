export { createInbox } from "./create-inbox";
export type * from "./inbox";
