# Folkmoot in a small container. The folder of the site is mounted at /site:
#
#     docker build --tag folkmoot .
#     docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/site" folkmoot build
#     docker run --rm --publish 127.0.0.1:1998:1998 --volume "$PWD:/site:ro" folkmoot serve --interface 0.0.0.0 --allow-host localhost

FROM rust:1-alpine AS build
# What ring and mimalloc are compiled with.
RUN apk add --no-cache musl-dev
WORKDIR /source
COPY Cargo.toml Cargo.lock ./
COPY themes themes
COPY src src
# On Alpine the program is static. What Cargo keeps is no part of the image.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/source/target \
    cargo build --locked --release --bin folkmoot \
    && cp target/release/folkmoot /folkmoot

FROM alpine:3
LABEL org.opencontainers.image.title="Folkmoot" \
      org.opencontainers.image.description="Turns versioned Markdown and YAML into the checked, accessible website of a partnership's strategy" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0" \
      org.opencontainers.image.version="0.1.0"
# git tells when each page was last changed, whoever owns the folder that is mounted; the certificates are for
# `check --external`, the time zones for the day that it is.
RUN apk add --no-cache ca-certificates git tzdata \
    && git config --system --add safe.directory '*' \
    && adduser -D -u 1000 folkmoot
COPY LICENSE-APACHE LICENSE-MIT /usr/share/licenses/folkmoot/
COPY --from=build /folkmoot /usr/local/bin/folkmoot
USER folkmoot
WORKDIR /site
EXPOSE 1998
ENTRYPOINT ["folkmoot"]
CMD ["--help"]
