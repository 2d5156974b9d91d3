# Three stages: everything needed to build, the libraries production runs on, and the image itself. What runs belongs to
# root and is read by a user without rights, who may write to /data alone.
FROM node:20-bookworm-slim AS manifests
WORKDIR /pupitre
COPY package.json package-lock.json .npmrc ./
COPY packages/shared/package.json packages/shared/
COPY migrations/package.json migrations/
COPY seeds/package.json seeds/
COPY backup/package.json backup/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY e2e/package.json e2e/
COPY bench/package.json bench/

FROM manifests AS build
ENV TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1 TURBO_NO_UPDATE_NOTIFIER=1
RUN npm ci --no-audit --no-fund --loglevel=error
COPY . .
RUN npx turbo run build --env-mode=loose --filter=@pupitre/api --filter=@pupitre/web --filter=@pupitre/seeds --filter=@pupitre/backup

FROM manifests AS libraries
RUN npm ci --omit=dev --no-audit --no-fund --loglevel=error --workspace=apps/api --workspace=migrations --workspace=seeds --workspace=backup --workspace=packages/shared

FROM node:20-bookworm-slim
WORKDIR /pupitre
# The commands find everything built: nothing is installed or compiled inside the image.
ENV NODE_ENV=production TZ=UTC PUPITRE_BUILT=1 DATA_DIR=/data WEB_DIR=apps/web/dist
COPY --from=libraries /pupitre ./
COPY --from=build /pupitre/packages/shared/dist packages/shared/dist
COPY --from=build /pupitre/migrations/dist migrations/dist
COPY --from=build /pupitre/seeds/dist seeds/dist
COPY --from=build /pupitre/backup/dist backup/dist
COPY --from=build /pupitre/apps/api/dist apps/api/dist
COPY --from=build /pupitre/apps/web/dist apps/web/dist
COPY scripts scripts
RUN mkdir /data /backups && chown node:node /data /backups
USER node
VOLUME ["/data", "/backups"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The process itself, not a shell: it hears the polite kill and drains.
CMD ["node", "apps/api/dist/main.js"]
