# Builds with everything, runs with what production needs, as a user without rights.
FROM node:20-bookworm-slim AS build
WORKDIR /pupitre
ENV TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1 TURBO_NO_UPDATE_NOTIFIER=1
COPY . .
RUN npm ci --no-audit --no-fund && npx turbo run build --env-mode=loose && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
WORKDIR /pupitre
ENV NODE_ENV=production TZ=UTC
COPY --from=build --chown=node:node /pupitre /pupitre
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "apps/api/dist/main.js"]
