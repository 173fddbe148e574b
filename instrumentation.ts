/** Called once by Next when the web process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return;
  const [{ loadConfig }, { startTracing }] = await Promise.all([
    import("./server/config"),
    import("./server/operations/start-tracing"),
  ]);
  const { tracing } = loadConfig(process.env);
  if (tracing) startTracing("web", tracing.serviceName);
}
