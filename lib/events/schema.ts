import { z } from "zod";

export const placePrecisions = ["spot", "town", "area", "country"] as const;
export const placePrecision = z.enum(placePrecisions, "Say how exactly the place is known.");
export type PlacePrecision = z.infer<typeof placePrecision>;
