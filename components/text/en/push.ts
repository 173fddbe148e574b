/** Messages shown by a browser. */
export const push = {
  allow: "Allow notifications in this browser",
  useThis: "Use this browser",
  done: "This browser can show messages now.",
  unsupported: "This browser cannot show push messages.",
  homeScreen:
    "On an iPhone or iPad, push messages need this page on the home screen: share it, choose “Add to Home Screen”, and open it from there.",
  insecure: "Push messages need a page that is served over https.",
  denied:
    "Notifications are refused for this page. Allow them in the browser’s settings for this site, then load the page again.",
  dismissed: "The browser asked and got no answer. Press again to be asked once more.",
  service:
    "The browser could not reach its push service. A private window has none; otherwise try again in a moment.",
  browserAt: "Browser ({service}, …{end})",
  token: "Registration token of the app",
  tokenHint: "What Firebase gives the app on the phone.",
  tokenMeans:
    "Push messages to this person are shown by that app, through Firebase Cloud Messaging.",
  webhook: "Webhook address",
  webhookHint: "Begins with https://. The incoming webhook of a Slack channel works too.",
  webhookMeans:
    "Messages to this person on the webhook channel go there as signed JSON, or in Slack’s own form.",
  addMeans: "Push messages to this person are shown by the browser you are using now.",
} as const;
