# One image for both processes: `web` (default) and `worker`. The database is PostgreSQL >= 15 at
# DATABASE_URL; APP_SECRET is required with it.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 HOME=/tmp
RUN chown node:node /app
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 3000
# `web` brings the tables up to date, then serves; `docker run … worker` runs the other process.
ENTRYPOINT ["node", "scripts/start.mjs"]
CMD ["web"]
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
