/** What a person may ask about the data that is kept about them. */
export type MyDataWords = {
  title: (sender: string) => string;
  download: { heading: string; text: string; button: string };
  erase: {
    heading: string;
    text: (sender: string) => string;
    button: string;
    sureTitle: string;
    sure: (sender: string) => string;
    confirm: string;
    keep: string;
    asked: (at: string) => string;
    askedText: (sender: string) => string;
    declined: (at: string) => string;
  };
  back: string;
};
