export const palette = {
  placeholder: "Case number, email, key, or a page…",
  results: "Results",
  recent: "Recent",
  onThisPage: "On this page",
  goTo: "Go to",
  create: "Create",
  createApiKey: "New API key",
  n: "{n, plural, =0 {No results} one {# result} other {# results}}",
  nothing:
    "Nothing matches “{query}”. Cases are found by number, key or words of the subject, people by name, id or email.",
  failed: "The search did not answer. Pages and shortcuts still work.",
  again: "Press Enter again: {label}",
} as const;
