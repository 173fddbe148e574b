import type { MyDataWords } from "../types/my-data";

export const myData: MyDataWords = {
  title: (sender) => `Your data at ${sender}`,
  download: {
    heading: "Download my data",
    text: "Everything kept about you for these messages, as a file (JSON): your settings, what you agreed to, the messages and your answers.",
    button: "Download",
  },
  erase: {
    heading: "Ask to erase my data",
    text: (sender) => `${sender} looks at the request and decides. You can ask once at a time.`,
    button: "Ask to erase my data",
    sureTitle: "Ask to erase your data?",
    sure: (sender) =>
      `If ${sender} agrees, your name, addresses, settings and the words of your messages are removed for good. Nothing is sent to you any more, also nothing that you may need.`,
    confirm: "Yes, ask for it",
    keep: "No, keep my data",
    asked: (at) => `You asked on ${at} to erase your data.`,
    askedText: (sender) =>
      `${sender} has your request. Until it is decided everything stays as it is.`,
    declined: (at) =>
      `Your last request was declined on ${at}. If you want to know why, write to the sender.`,
  },
  back: "Back to your settings",
};
