package latent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import latent.config.SettingSources;
import latent.local.web.Body;
import latent.local.web.LoopbackServer;
import latent.local.web.Reply;
import latent.local.web.Request;
import latent.logging.LogFormat;
import latent.logging.LogQueue;
import latent.store.Rendition;

/**
 * Starts the processor and makes a few renditions, so that the virtual machine can record which classes and methods a start needs. Its ahead-of-time
 * cache (JEP 514, 515) holds those, which halves the processor time of each later start. S3 is a small HTTP server with one original of one pixel.
 */
final class StartRehearsal {
    private static final String RECORDING = "-XX:AOTCacheOutput";
    private static final int RENDITIONS = 100;
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode(
                    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBk"
                            + "eFxlZ2P/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AH//Z");
    private static final Rendition ORIGINAL = Rendition.of(PIXEL, "image/jpeg", "");
    private static final byte[] NO_SUCH_KEY = "<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8);

    private StartRehearsal() {}

    /** Whether the virtual machine was started to make such a cache. */
    static boolean isRecorded() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(option -> option.startsWith(RECORDING));
    }

    static void run() throws IOException {
        try (LoopbackServer s3 = LoopbackServer.start("the rehearsal", "", 0, StartRehearsal::answer);
                ShutdownSignal stop = new ShutdownSignal();
                LogQueue log = LogQueue.beforeStandardError(LogFormat.TEXT);
                Service service = Service.start(settings(s3.port()).read())) {
            for (int width = 1; width <= RENDITIONS; width++) {
                String address = "http://127.0.0.1:" + service.port() + "/original_" + width + "_0.jpg";
                try (InputStream rendition = URI.create(address).toURL().openStream()) {
                    rendition.readAllBytes();
                }
            }
        }
    }

    private static SettingSources settings(int s3) {
        return new SettingSources()
                .with(
                        Map.of(
                                "http.host", "127.0.0.1",
                                "http.port", "0",
                                "s3.endpoint", "http://127.0.0.1:" + s3,
                                "s3.access-key", "rehearsal",
                                "s3.secret-key", "rehearsal",
                                "write-back.when", "before-answer"),
                        "rehearsal");
    }

    private static Reply answer(Request request) {
        boolean put = request.method().equals("PUT");
        if (put || request.rawPath().equals("/originals/original.jpg")) {
            return reply(200, "image/jpeg", put ? Body.empty() : Body.of(PIXEL));
        }
        return reply(404, "application/xml", Body.of(NO_SUCH_KEY));
    }

    private static Reply reply(int status, String mediaType, Body body) {
        Map<String, List<String>> headers =
                Map.of("Content-Type", List.of(mediaType), "ETag", List.of(ORIGINAL.eTag()));
        return new Reply(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
