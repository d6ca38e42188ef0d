"use client";

import { Button } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

export default function PageError({ retry }: { retry: () => void }) {
  return (
    <EmptyState
      title="This page could not be shown"
      actions={
        <>
          <Button kind="primary" onClick={() => retry()}>
            Try again
          </Button>
          <a className="btn" href="/desk">
            The desk
          </a>
        </>
      }
    >
      Something failed on the server, and it has been logged. What was saved before is safe.
    </EmptyState>
  );
}
