# The report's fonts, from Debian's packages, by the script that run and test use.
FROM debian:bookworm-slim AS fonts
COPY dev/ /src/dev/
RUN apt-get update \
    && bash -euo pipefail -c '. /src/dev/setup.sh && LEDGER_DATA=/data need_fonts && test -e /data/fonts/.checked'

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
# Compiled ahead of time: the first pages come out a third sooner.
RUN dotnet publish src/Ledger.Api -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true \
    -o /app --disable-build-servers

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
COPY --from=build /src/seeds /app/seeds/
COPY --from=fonts --chown=$APP_UID:$APP_UID /data /data
RUN chown $APP_UID:$APP_UID /data
ENV LEDGER_DATA=/data \
    ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_URLS=http://+:8080
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "Ledger.Api.dll"]
