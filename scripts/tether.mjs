// Loaded into the programs that a start or a test runs: they end when the one who started them is gone, even by kill -9.
// Their own workers inherit this file, but not us as their parent; those have channels of their own to live by.
if (process.env.ASSAY_STARTER === String(process.ppid)) {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref();
}
