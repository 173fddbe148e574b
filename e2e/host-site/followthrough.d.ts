/** What the sample site fetches from `/w/react.js` when it is built. */
export { Banner, Inbox, Preferences, Toasts } from "@/widget/react";
