FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without the bundled Node and the embedded database: the image has its own Node and is given a DATABASE_URL.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY config ./config
COPY flows ./flows
COPY src ./src
# All addresses of the container; which of them anybody reaches is decided by what publishes its ports.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 TZ=UTC
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--input-type=module", "--eval", "const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/healthz`); process.exit(answer.ok ? 0 : 1)"]
CMD ["node", "--optimize-for-size", "src/main.ts"]
