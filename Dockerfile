# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY src/vendor src/vendor
# The image is Node 24 already, so Node's npm package stays out; the native packages bring what they need, compiled.
RUN npm ci --no-audit --no-fund --ignore-scripts && rm -rf node_modules/node node_modules/node-linux-* node_modules/.bin/node
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data PUID=1000 PGID=1000 \
	MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
RUN apt-get update \
	&& apt-get install -y --no-install-recommends ca-certificates ffmpeg tini tzdata util-linux \
	&& rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/package.json /app/server.js ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
COPY --from=build /app/drizzle drizzle
COPY --from=build /app/definitions definitions
COPY --from=build /app/src src
COPY docker/entrypoint.sh /entrypoint.sh
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "/entrypoint.sh"]
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1536", "server.js"]
