import { DeskPage } from "#components/layout/desk-page";
import { EmptyState } from "#components/ui/empty-state";

export default function NotFound() {
  return (
    <DeskPage title="Not found">
      <EmptyState
        title="There is nothing at this address"
        actions={
          <a className="btn" href="/desk">
            My work
          </a>
        }
      >
        It may have been moved, or it is not for you to see. Check the address, or begin again from your work.
      </EmptyState>
    </DeskPage>
  );
}
