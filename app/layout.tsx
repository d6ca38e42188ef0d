import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "../components/ui/tokens.css";
import "../components/ui/fonts.css";
import "../components/ui/base.css";
import "../components/ui/parts.css";
import "../components/ui/pill.css";
import "../components/ui/tables.css";
import "../components/ui/forms.css";
import "../components/ui/reader.css";
import "../components/publication/publication.css";
import "../components/publication/lists.css";
import "../components/publication/figures.css";
import "../components/publication/copy.css";
import "../components/publication/reports.css";
import "../components/ui/desk.css";
import "../components/ui/progress.css";
import "../components/ui/narrow.css";
import "../components/ui/forced.css";
import "../components/ui/print.css";

export const metadata: Metadata = {
  title: { template: "%s · Assay", default: "Assay" },
  description: "Claims, checked by two people, with the evidence beside the verdict.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#16171a" },
  ],
};

// Every answer carries its own nonce, and Next can only write it into pages that are rendered per request.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
