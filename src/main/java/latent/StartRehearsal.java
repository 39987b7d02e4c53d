package latent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import latent.config.SettingSources;
import latent.local.web.Body;
import latent.local.web.LoopbackServer;
import latent.local.web.Reply;
import latent.local.web.Request;
import latent.store.Rendition;

/**
 * Starts the processor and makes a few renditions, so that the virtual machine can record which classes and methods a start needs. Its ahead-of-time
 * cache (JEP 514, 515) holds those, which halves the processor time of each later start, and of what a visitor of the first minute costs. S3 is a small
 * HTTP server with two originals of one pixel: one that comes with its head, and one of which the rest streams, as it does of photographs.
 */
final class StartRehearsal {
    private static final String RECORDING = "-XX:AOTCacheOutput";

    /** So many that what each request runs through is known as often used, and is compiled when a start begins. */
    private static final int RENDITIONS = 400;

    private static final int REST_BYTES = 200_000;
    private static final int BEHIND_HEADER = 33; // where the first chunk of a PNG ends
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final Map<String, Rendition> ORIGINALS = Map.of(
            "/originals/short.png", Rendition.of(PIXEL, "image/png", ""),
            "/originals/long.png", Rendition.of(withComment(), "image/png", ""));
    private static final String NO_ETAG = "\"\"";
    private static final byte[] NO_SUCH_KEY = "<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8);

    private StartRehearsal() {}

    /** Whether the virtual machine was started to make such a cache. */
    static boolean isRecorded() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(option -> option.startsWith(RECORDING));
    }

    static void run() throws IOException {
        try (LoopbackServer s3 = LoopbackServer.start("the rehearsal", "", 0, StartRehearsal::answer);
                Service service = Service.start(settings(s3.port()).read())) {
            for (int width = 1; width <= RENDITIONS; width++) {
                String address = "http://127.0.0.1:" + service.port() + (width % 2 == 0 ? "/short_" : "/long_") + width
                        + "_0.png";
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
        Rendition original = ORIGINALS.get(request.rawPath());
        if (original != null) {
            return reply(200, "image/png", original.eTag(), Body.of(original.bytes()));
        }
        return request.method().equals("PUT")
                ? reply(200, "image/png", NO_ETAG, Body.empty())
                : reply(404, "application/xml", NO_ETAG, Body.of(NO_SUCH_KEY));
    }

    /** The pixel with a comment of so many bytes behind its header. */
    private static byte[] withComment() {
        byte[] content = new byte[4 + REST_BYTES];
        Arrays.fill(content, (byte) 'a');
        System.arraycopy("tEXta\0".getBytes(UTF_8), 0, content, 0, 6);
        CRC32 sum = new CRC32();
        sum.update(content);
        return ByteBuffer.allocate(PIXEL.length + content.length + 8)
                .put(PIXEL, 0, BEHIND_HEADER)
                .putInt(REST_BYTES)
                .put(content)
                .putInt((int) sum.getValue())
                .put(PIXEL, BEHIND_HEADER, PIXEL.length - BEHIND_HEADER)
                .array();
    }

    private static Reply reply(int status, String mediaType, String eTag, Body body) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of(mediaType), "ETag", List.of(eTag));
        return new Reply(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
