import type { Inbox } from "../client/inbox";

export const demoInbox = (): Inbox => {
  throw new Error("soon");
};
