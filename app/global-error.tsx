"use client";

import "../components/ui/tokens.css";
import "../components/ui/base.css";
import "../components/ui/parts.css";
import { Button } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

// Stands in for the root layout when that fails, so it brings its own document and styles.
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · Assay</title>
        <main>
          <EmptyState
            title="Assay could not show anything"
            actions={
              <Button kind="primary" onClick={() => retry()}>
                Try again
              </Button>
            }
          >
            The server answered, but the page failed. It has been logged. What was saved before is safe.
          </EmptyState>
        </main>
      </body>
    </html>
  );
}
