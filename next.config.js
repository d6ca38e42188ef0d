/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Metadata belongs in the head for everybody, and a page that is not found then answers 404.
  htmlLimitedBots: /.*/,
  // Types and lint are stages of `npm test`; a first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["zod", "@node-rs/argon2", "pg", "pg-boss"],
  turbopack: {
    resolveAlias: {
      "@prisma/client/runtime/query_compiler_small_bg.postgresql.wasm-base64.mjs": "./lib/query-compiler.ts",
    },
  },
  experimental: {
    preloadEntriesOnStart: false, // every page that nobody has asked for yet costs memory
    // An article is at most 500 kB, but a paste of 10 MB must reach the form's own answer; server.ts cuts at the same size.
    serverActions: { bodySizeLimit: "12mb" },
  },
};

export default config;
