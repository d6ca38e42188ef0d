import { beforeAll, expect, test } from "vitest";
import { aClaimInChecking, aDesk, aPublishedClaim, aReadyClaim, type Desk } from "#prisma/workflow-factories";
import { getClaimByNumber } from "../claims/queries.ts";
import { listPrecedents } from "./precedents.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

test("only public claims of the same claimant and kind count, newest first, without the claim itself", async () => {
  const older = await aPublishedClaim(desk, "The bridge carried forty carts in May");
  await aReadyClaim(desk.checker, "Never published");
  const newer = await aPublishedClaim(desk, "The bridge carried forty carts in June");
  const { number } = await aClaimInChecking(desk.checker);
  const claim = await getClaimByNumber(desk.checker, number);
  const { precedents, total } = await listPrecedents(desk.checker, claim);
  expect(total).toBe(2);
  expect(precedents.map(({ slug }) => slug)).toEqual([newer.slug, older.slug]);
  expect(precedents[0]).toMatchObject({
    wording: "The bridge carried forty carts in June",
    rating: { code: "false" },
  });

  const itself = await getClaimByNumber(desk.checker, precedents[0]?.number ?? 0);
  expect((await listPrecedents(desk.checker, itself)).total).toBe(1);
  expect((await listPrecedents(desk.checker, { ...claim, kind: "intention" })).total).toBe(0);
  expect((await listPrecedents(desk.checker, { ...claim, claimant: null })).total).toBe(0);
});
