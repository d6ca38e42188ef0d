/** The signs of ratings on a square of 20: each is one path, and each is told from every other without colour. */
export const glyphs: Readonly<Record<string, string>> = {
  check: "m4 10.5 4 4 8-9",
  "tilde-check": "m5 7.5 3.5 3.5L15.5 3M3.5 16.5c2.2-2 4.3-2 6.5-.5s4.3 1.5 6.5-.5",
  half: "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14zv14M12.2 4v12M14.4 5.5v9",
  "tilde-cross": "m6 3 8 8M14 3 6 11M3.5 16.5c2.2-2 4.3-2 6.5-.5s4.3 1.5 6.5-.5",
  cross: "m5 5 10 10M15 5 5 15",
  bend: "M4 17v-6a4 4 0 0 1 4-4h8l-4-4M16 7l-4 4",
  bracket: "M7 4H3.5v12H7M13 4h3.5v12H13M7.6 10h.01M10 10h.01M12.4 10h.01",
  clock: "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM10 6v4.5l3 2",
  arrows: "M3 7h13l-3.5-3.5M17 13H4l3.5 3.5",
  "open-circle": "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14z",
};
