import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { TextProvider } from "@/components/text/text-provider";
import {
  DENSITY_COOKIE,
  densityFrom,
  MOTION_COOKIE,
  THEME_COOKIE,
  themeFrom,
} from "@/core/operator/preferences";
import { languageOf } from "@/core/sentence/locale";
import { viewer } from "@/server/auth/viewer";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Followthrough", template: "%s · Followthrough" },
  description: "Keeps after a matter until it is done.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9fafc" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e12" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, { locale }] = await Promise.all([cookies(), viewer("UTC")]);
  const theme = themeFrom(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang={languageOf(locale)}
      data-density={densityFrom(jar.get(DENSITY_COOKIE)?.value)}
      {...(theme === "system" ? {} : { "data-theme": theme })}
      {...(jar.get(MOTION_COOKIE)?.value === "reduced" ? { "data-motion": "reduced" } : {})}
    >
      <body>
        <TextProvider locale={locale}>{children}</TextProvider>
      </body>
    </html>
  );
}
