import type { NextConfig } from "next";
import { FRAMING } from "./server/http/framing";
import { PACKING } from "./server/inbox-widget/packing";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages that look for files of their own beside them, or that bundling breaks.
  serverExternalPackages: ["pg-boss", "postgres", "pino", "nodemailer", "date-holidays"],
  turbopack: { root: import.meta.dirname },
  // Their arguments may be secrets, such as a provider's key.
  logging: { serverFunctions: false },
  // A file of ten thousand people is one call of a server action.
  experimental: { serverActions: { bodySizeLimit: "8mb" } },
  headers: async () => [FRAMING, PACKING],
  // `npm test` checks the types; checking them again at a user's first start would cost ten seconds.
  typescript: { ignoreBuildErrors: true },
};

export default config;
