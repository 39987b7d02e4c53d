# The processor's image: Java, the jar and its libraries, libvips, nobody's rights, and nothing to write to but /tmp.
# docker build --tag latent . && docker run --read-only --tmpfs /tmp --publish 8081:8081 --env LATENT_… latent
# For both architectures, on a machine of either and without emulation: docker buildx build --platform linux/arm64,linux/amd64 --tag REPOSITORY:VERSION --push .
# With HEIC, which iPhones upload: --build-arg HEIC=libde265. It installs the distribution's libheif and libde265, both LGPL; HEVC is under patents, and whoever runs
# such an image answers for them. An image for the other architecture then takes emulation.
# For AWS Lambda, which takes no image of several: docker buildx build --platform linux/arm64 --provenance=false --tag REPOSITORY:VERSION --push .

ARG HEIC=none

FROM --platform=$BUILDPLATFORM maven:3.9-eclipse-temurin-25 AS jar
WORKDIR /latent
COPY pom.xml .
COPY src src
COPY routing-rules routing-rules
# libvips comes from the next stage
RUN mvn -q -DskipTests -Dexec.skip package \
 && cd target && { printf -- '-cp latent.jar'; printf ':%s' lib/*.jar; } > class-path

# libvips as npm's sharp ships it: one shared object that needs nothing but glibc, newer than any distribution's. package-lock.json says which.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS libvips
ARG TARGETARCH
WORKDIR /libvips
COPY package.json package-lock.json ./
# npm says x64 where Docker says amd64.
RUN cpu=$(echo "$TARGETARCH" | sed s/amd64/x64/) \
 && npm ci --no-audit --no-fund --ignore-scripts --os=linux --libc=glibc --cpu="$cpu" \
 && test -n "$(ls "node_modules/@img/sharp-libvips-linux-$cpu"/lib/libvips-cpp.so.*)"

# What makes HTTP requests of what AWS Lambda hands over. Anywhere else it is a file that nobody runs.
FROM public.ecr.aws/awsguru/aws-lambda-adapter:0.9.1 AS adapter

FROM eclipse-temurin:25-jre AS heic-by-none

# Without what they recommend, which is encoders.
FROM eclipse-temurin:25-jre AS heic-by-libde265
RUN apt-get update \
 && apt-get install -y --no-install-recommends libheif1 libheif-plugin-libde265 \
 && rm -rf /var/lib/apt/lists/*

FROM heic-by-${HEIC} AS program
WORKDIR /latent
COPY --from=jar /latent/target/latent.jar .
# Not target/lib-local: that is the demo's own S3 server, which has no business in production. The command demo says so here.
COPY --from=jar /latent/target/lib lib
# Jar by jar: a pattern is spelt out in whatever order a file system lists them, and in another one the ahead-of-time cache is not taken.
COPY --from=jar /latent/target/class-path .
# Beside the jar, where the program looks for libvips first.
COPY --from=libvips /libvips/node_modules node_modules
COPY --chmod=755 src/main/docker/healthy healthy
COPY --from=adapter /lambda-adapter /opt/extensions/lambda-adapter

# The ahead-of-time caches, of the processor and of its workers: made here, because the root is read-only later. They are of one architecture, and Java of another
# could only be run by emulation: an image that is built on a machine of the other kind goes without, and starts slower, as do its workers.
FROM program AS built-on-amd64-for-amd64
RUN ["java", "-XX:AOTCacheOutput=/latent/processor.aot", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "@class-path", "latent.Main", "prepare"]
FROM program AS built-on-arm64-for-arm64
RUN ["java", "-XX:AOTCacheOutput=/latent/processor.aot", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "@class-path", "latent.Main", "prepare"]
FROM program AS built-on-amd64-for-arm64
FROM program AS built-on-arm64-for-amd64

FROM built-on-${BUILDARCH}-for-${TARGETARCH}
# A number and not a name: orchestrators that demand "not root" look at it.
USER 10001:10001
# ECS and Docker give a mounted folder the owner of what the image has there; /tmp is everyone's.
VOLUME /tmp
EXPOSE 8081
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["/latent/healthy"]
# A quarter of the memory is for this Java: the render workers are processes of their own and decode outside its heap.
ENTRYPOINT ["java", "-XX:AOTCache=/latent/processor.aot", "-Xlog:aot=off", "-XX:MaxRAMPercentage=25", "-XX:TrimNativeHeapInterval=5000", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "@class-path", "latent.Main"]
CMD ["serve"]
