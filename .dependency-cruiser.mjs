// The direction of the architecture: app → components → lib/<domain> → plumbing → generated client.

/** Domains from left to right: each may use its own column and those to the right of it. */
const DOMAINS = [
  ["feeds", "withholdings", "suggestions"],
  ["search", "publication", "corrections"],
  ["editions"],
  ["verdicts"],
  ["figures"],
  ["evidence", "disputes", "topics"],
  ["claims"],
  ["events", "sources", "articles"],
  ["snapshots"],
  ["parties"],
  ["people", "settings"],
  ["audit"],
  ["auth"],
];

const any = (/** @type {string[]} */ names) => `(${names.join("|")})`;
const tests = "(\\.test\\.tsx?$|^prisma/|^e2e/)";

/** @param {string} name @param {object} from @param {object} to @param {string} comment */
const forbid = (name, from, to, comment) => ({ name, severity: "error", from, to, comment });

const domainOrder = DOMAINS.slice(1).map((names, index) =>
  forbid(
    `domain-order-${names.join("-")}`,
    { path: `^lib/${any(names)}/`, pathNot: tests },
    { path: `^lib/${any(DOMAINS.slice(0, index + 1).flat())}/` },
    "a domain uses only the domains to the right of it",
  ),
);

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...domainOrder,
    forbid("no-cycles", {}, { circular: true }, "two files that need each other are one file, or three"),
    forbid("no-unresolved", {}, { couldNotResolve: true }, "an import that leads nowhere"),
    forbid(
      "no-undeclared",
      { path: "^(app|components|lib|prisma|scripts|e2e|server)" },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
      "a package that package.json does not name",
    ),
    forbid(
      "lib-knows-no-ui",
      { path: "^lib/" },
      { path: "^(app|components)/" },
      "lib imports neither app nor components",
    ),
    forbid(
      "components-know-no-routes",
      { path: "^components/" },
      { path: "^app/" },
      "components link by address",
    ),
    forbid(
      "one-link-of-the-desk",
      { path: "^(app|components)/", pathNot: "^components/ui/page-link" },
      { path: "node_modules/next/(link|dist/client/app-dir/link)" },
      "PageLink fetches nothing ahead; Next's own link asks twice for every page that a page mentions",
    ),
    forbid(
      "ui-knows-no-domain",
      { path: "^components/(ui|form)/" },
      { path: "^(lib/[^/]+/|components/(?!ui/|form/))", pathNot: "^lib/[^/]+\\.ts$" },
      "primitives have no domain word in them",
    ),
    forbid(
      "capture-stands-alone",
      { path: "^lib/capture/", pathNot: tests },
      { path: "^(lib/(?!capture/)|prisma/|app/|components/|node_modules/(next|react|@prisma|pg)/)" },
      "captures run in a process of their own that knows neither the desk nor its database",
    ),
    forbid(
      "lib-is-not-next",
      { path: "^lib/", pathNot: "(^lib/(session|action|page)\\.ts$|/gateway\\.ts$)" },
      { path: "^node_modules/(next|next-auth|react|react-dom)/" },
      "domain code runs without Next: in scripts, tests and jobs",
    ),
    forbid(
      "files-know-no-database",
      { path: "^lib/(keeping|uploads)/" },
      { path: "^(lib/(?!(keeping|uploads)/)|prisma/)" },
      "what keeps and looks into files runs anywhere: in the worker, in threads, in commands",
    ),
    forbid(
      "keeping-is-first",
      { path: "^lib/keeping/" },
      { path: "^lib/uploads/" },
      "the store takes any bytes",
    ),
    forbid(
      "pure-stays-pure",
      { path: "^lib/[^/]+/(schema|rules|policy)\\.ts$" },
      {
        path: "^(lib|prisma)/",
        pathNot: "^lib/([^/]+/(schema|rules)|text|calendar-date|digits|numbers|xml|errors)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
      "schema, rules and policy do no I/O and depend on nothing that does",
    ),
    forbid(
      "schema-is-first",
      { path: "^lib/[^/]+/schema\\.ts$" },
      { path: "^lib/[^/]+/(?!schema\\.ts$)", dependencyTypesNot: ["type-only"] },
      "a schema needs only schemas",
    ),
    forbid(
      "queries-only-read",
      { path: "^lib/[^/]+/queries\\.ts$" },
      { path: "^lib/(.+/commands|.+/actions|audit/audited)\\.ts$", dependencyTypesNot: ["type-only"] },
      "a query has no way to write",
    ),
    forbid(
      "writes-pass-audited",
      { pathNot: "^lib/(audit/audited|writer\\.test)\\.ts$" },
      { path: "^lib/writer\\.ts$" },
      "the one gate for writes is audited()",
    ),
    forbid(
      "readers-need-no-desk",
      { path: "^app/(\\(public\\)|api/v1)/", pathNot: "/report/" },
      { path: "^lib/clients\\.ts$", reachable: true },
      "the client of the whole schema is megabytes of code and of tables, and knows drafts",
    ),
    forbid(
      "pools-are-opened-in-one-place",
      { pathNot: "^(lib/(db|writer)\\.ts$|(lib|prisma)/.+\\.test\\.ts$|scripts/)" },
      { path: "^lib/clients\\.ts$" },
      "db reads, writer writes; nobody makes a client of their own",
    ),
    forbid(
      "commands-do-not-call-actions",
      { path: "^lib/[^/]+/commands\\.ts$" },
      { path: "^lib/[^/]+/actions\\.ts$" },
      "commands are called by actions, not the other way round",
    ),
    forbid(
      "actions-are-thin",
      { path: "^lib/[^/]+/actions\\.ts$" },
      { path: "^lib/(db\\.ts|writer\\.ts|audit/audited\\.ts)" },
      "an action names a command; it reads and writes nothing itself",
    ),
    forbid(
      "ui-does-not-touch-the-database",
      { path: "^(app|components)/" },
      {
        path: "^(prisma/generated|node_modules/(pg|@prisma)/|lib/(db|clients|writer|.*/commands|audit/audited)\\.ts)",
        dependencyTypesNot: ["type-only"],
      },
      "pages read by queries and write by actions",
    ),
    forbid(
      "public-pages-read-published-copies",
      { path: "^app/\\((public|embed)\\)/" },
      {
        path: "^lib/",
        pathNot:
          "^lib/((publication|search|corrections|feeds|settings)/|(text|calendar-date|errors|env|page)\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
      "what a reader gets comes from the public tables alone",
    ),
    forbid(
      "generated-client-behind-plumbing",
      { path: "^lib/[^/]+/", pathNot: "(/(queries|commands)\\.ts$|^lib/audit/|\\.test\\.ts$)" },
      { path: "^prisma/generated", dependencyTypesNot: ["type-only"] },
      "only what reads and writes knows the generated client",
    ),
    forbid(
      "application-runs-without-scripts",
      { path: "^(app|components|lib|server)", pathNot: tests },
      { path: "^(scripts|e2e|prisma/(?!generated))" },
      "the application needs nothing of what starts and tests it",
    ),
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    exclude: { path: "^(\\.next|prisma/generated(-readers)?/internal)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
