"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";

/** How far a copy has come, told as it goes on: the page is read again every second and a half until nothing is on its way. */
export function OnItsWay({ step, attempt }: { step: string | null; attempt: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, 1500);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p className="row" role="status">
      <progress aria-label="The copy is on its way" />
      <span>
        {step ?? "Waiting for its turn"}
        {attempt > 1 && <span className="faint"> · attempt {attempt}</span>}
      </span>
    </p>
  );
}
