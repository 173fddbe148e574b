/** PostgreSQL settings by name, as they would stand in postgresql.conf. */
export type Settings = Readonly<Record<string, string>>;

const COMMON = {
  listen_addresses: "127.0.0.1",
  // TCP only: a socket path has a length limit that a deep folder would break.
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  random_page_cost: "1.1",
  // Our statements are short and many; compiling them costs more than it saves.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_line_prefix: "%m [%p] ",
} satisfies Settings;

/**
 * For people's data: every acknowledged commit survives a power cut. The larger write-ahead log
 * and rarer checkpoints are what keeps a burst of cases from writing each page many times.
 */
export const DURABLE: Settings = {
  ...COMMON,
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  wal_buffers: "16MB",
  max_wal_size: "2GB",
  min_wal_size: "256MB",
  checkpoint_timeout: "15min",
  checkpoint_completion_target: "0.9",
  autovacuum_naptime: "15s",
};

/** For throw-away servers of the test runs only: a crash of the machine may lose everything. */
export const THROWAWAY: Settings = {
  ...COMMON,
  max_connections: "200",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_size: "2GB",
  checkpoint_timeout: "1h",
};

export const asFlags = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
