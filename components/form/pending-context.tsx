"use client";

import { createContext } from "react";

/** Whether the form around is waiting for its answer. */
export const PendingContext = createContext(false);
