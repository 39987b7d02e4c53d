# The processor's image: Java, the jar and its libraries, libvips, nobody's rights, and nothing to write to but /tmp.
# docker build --tag latent . && docker run --read-only --tmpfs /tmp --publish 8081:8081 --env LATENT_… latent

FROM maven:3.9-eclipse-temurin-25 AS jar
WORKDIR /latent
# First what rarely changes, so that a change of the code does not fetch every library again.
COPY pom.xml .
RUN mvn -q dependency:go-offline || true
COPY src src
COPY routing-rules routing-rules
RUN mvn -q -DskipTests package

# libvips as npm's sharp ships it: one shared object that needs nothing but glibc, newer than any distribution's.
FROM node:22-bookworm-slim AS libvips
ARG TARGETARCH
ARG LIBVIPS_PACKAGE_VERSION=1.3.4
WORKDIR /libvips
RUN case "${TARGETARCH:-amd64}" in amd64) cpu=x64 ;; arm64) cpu=arm64 ;; *) echo "no libvips for ${TARGETARCH}" >&2; exit 1 ;; esac \
  && npm pack --silent "@img/sharp-libvips-linux-${cpu}@${LIBVIPS_PACKAGE_VERSION}" \
  && tar -xzf ./*.tgz --strip-components=1 package/lib package/README.md \
  && test -n "$(ls lib/libvips-cpp.so.*)"

FROM eclipse-temurin:25-jre
WORKDIR /opt/latent
COPY --from=jar /latent/target/latent.jar .
# Not target/lib-local: that is the demo's own S3 server, which has no business in production.
COPY --from=jar /latent/target/lib lib
COPY --from=jar /latent/routing-rules routing-rules
COPY --from=libvips /libvips/lib vips
COPY --from=libvips /libvips/README.md vips/
COPY --chmod=755 src/main/docker/healthy healthy
# Where LATENT_ENGINE=vips finds the library: in a folder of its own, so that the system's glib is not found beside it.
ENV LD_LIBRARY_PATH=/opt/latent/vips LATENT_ENGINE=vips
# A number and not a name: orchestrators that demand "not root" look at it.
USER 10001:10001
# ECS and Docker give a mounted folder the owner of what the image has there; /tmp is everyone's.
VOLUME /tmp
EXPOSE 8081
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["/opt/latent/healthy"]
# Half of the memory is for Java: the render workers decode outside its heap.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-cp", "latent.jar:lib/*", "latent.Main"]
CMD ["serve"]
