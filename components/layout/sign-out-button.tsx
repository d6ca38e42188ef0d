"use client";

import { signOut } from "next-auth/react";

/** Ends the session in this browser and goes to the sign-in page. */
export function SignOutButton() {
  return (
    <button type="button" onClick={() => void signOut({ callbackUrl: "/sign-in" })}>
      Sign out
    </button>
  );
}
