import type { Metadata } from "next";
import { EmptyState } from "#components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main">
      <EmptyState
        heading="h1"
        title="There is nothing at this address"
        actions={
          <>
            <a className="btn" href="/">
              Published claims
            </a>
            <a className="btn" href="/desk">
              The desk
            </a>
          </>
        }
      >
        It may have been moved, or it is not for you to see. Check the address, or begin again from here.
      </EmptyState>
    </main>
  );
}
