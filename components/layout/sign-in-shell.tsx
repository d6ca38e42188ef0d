import type { ReactNode } from "react";
import { Brand } from "#components/layout/brand";

/** A page with one card in the middle: signing in, setting up, joining by a link. */
export function SignInShell({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="centred">
      <main id="main">
        <Brand name="Assay" href="/" />
        <div className="card stack">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
