/** What the application of the end-to-end tests is started with; specs read the same values. */
export const LIVE_KEY = "ft_live_e2eLive0000000000000000000000000001";
export const SANDBOX_KEY = "ft_test_e2eTest0000000000000000000000000001";
export const OPERATOR = { email: "operator@example.com", password: "correct horse battery" };
export const EMAIL_FROM = "Followthrough <followthrough@example.com>";

/** Where answers to emails come in; playwright.config.ts chose the port. */
export const INBOUND_DOMAIN = "replies.example.com";
export const INBOUND_PORT = Number(process.env.E2E_INBOUND_PORT);

/** Where the emails of this run can be read; playwright.config.ts chose the port. */
export const MAIL_URL = `http://127.0.0.1:${process.env.E2E_MAIL_PORT}`;

/** The site of somebody else that has the inbox in its pages; another site for a browser, not only another port. */
export const HOST_URL = `http://localhost:${process.env.E2E_HOST_PORT}`;
/** The same server under a name that no token was made for. */
export const OTHER_HOST_URL = `http://127.0.0.1:${process.env.E2E_HOST_PORT}`;
/** Where Followthrough runs. */
export const APP_URL = `http://127.0.0.1:${process.env.E2E_PORT}`;
