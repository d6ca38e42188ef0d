import { ButtonLink } from "#components/ui/button-link";
import { Card } from "#components/ui/card";

/** The way to the desk's ratings. */
export function ScaleCard() {
  return (
    <Card title="Rating scale">
      <p className="small">The names of the ratings, what they mean, and which of them the desk gives.</p>
      <div>
        <ButtonLink href="/desk/settings/scale" small>
          Revise the scale
        </ButtonLink>
      </div>
    </Card>
  );
}
