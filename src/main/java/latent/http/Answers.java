package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import latent.admission.AnswerMemory;
import latent.admission.BodyRoom;
import latent.digest.Digest;
import latent.lazy.RenditionAnswer;
import latent.lazy.Stage;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.CacheTag;
import latent.store.ReadableRendition;

/** Turns results, refusals and faults into responses. A body goes out with its exact length. */
final class Answers {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String METHODS = "GET, HEAD, OPTIONS";

    /** Browsers keep it no longer than this, or two hours. */
    private static final Duration PREFLIGHT_KEPT = Duration.ofDays(1);

    private Answers() {}

    /**
     * Sends 200 with the rendition, 206 with the requested range of it, or 304 when the visitor has it. A rendition that is streamed from S3 is
     * always sent whole: only then can its digest be checked.
     *
     * @throws Refusal RANGE_OUTSIDE when the range has none of the bytes
     * @throws Refusal NO_ROOM when other answers take all memory for bodies; nothing is sent yet
     * @throws UncheckedIOException when the visitor has left, or the rest of the bytes cannot be read: the answer must be cut off
     */
    static void rendition(Context context, RenditionAnswer answer, String cacheTag, AnswerMemory memory) {
        ReadableRendition rendition = answer.rendition();
        if (EntityTags.match(context.header("If-None-Match"), rendition.eTag())) {
            headers(context, answer, cacheTag);
            // with the type and length of the 200, or the server says 0 bytes of text, and a cache may overwrite what
            // it has (RFC 9110, 15.4.5)
            begin(context, 304, rendition.mediaType(), rendition.length());
            return;
        }
        if (isHead(context)) {
            headers(context, answer, cacheTag);
            begin(context, 200, rendition.mediaType(), rendition.length());
            return;
        }
        // before any header, because it may be refused
        try (BodyRoom.Held held = hold(rendition, memory)) {
            Optional<RequestedRange> range = range(context, rendition);
            headers(context, answer, cacheTag);
            if (range.isPresent()) {
                writePart(context, rendition, range.get());
                return;
            }
            begin(context, 200, rendition.mediaType(), rendition.length());
            rendition.writeTo(context.res().getOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<RequestedRange> range(Context context, ReadableRendition rendition) {
        if (!rendition.whole()) {
            return Optional.empty();
        }
        int length = rendition.head().length;
        try {
            return RequestedRange.of(context.header("Range"), context.header("If-Range"), rendition.eTag(), length);
        } catch (Refusal outside) {
            context.header("Content-Range", "bytes */" + length);
            throw outside;
        }
    }

    private static void writePart(Context context, ReadableRendition rendition, RequestedRange range)
            throws IOException {
        context.header("Content-Range", range.of(rendition.head().length));
        begin(context, 206, rendition.mediaType(), range.length());
        context.res().getOutputStream().write(rendition.head(), range.first(), range.length());
    }

    private static BodyRoom.Held hold(ReadableRendition rendition, AnswerMemory memory) {
        return rendition.whole()
                ? memory.holdWhole(rendition.head())
                : memory.holdPieces(new Object(), rendition.bytesInMemory());
    }

    private static void headers(Context context, RenditionAnswer answer, String cacheTag) {
        ReadableRendition rendition = answer.rendition();
        context.header(CacheTag.HEADER, cacheTag);
        context.header("ETag", rendition.eTag());
        context.header("Cache-Control", rendition.cacheControl());
        context.header("Server-Timing", serverTiming(answer));
        context.header("Accept-Ranges", "bytes");
    }

    /** Sends 204 for a CORS preflight. It costs no tokens, and does not depend on the key. */
    static void preflight(Context context) {
        context.header("Allow", METHODS);
        context.header("Access-Control-Allow-Methods", METHODS);
        context.header("Access-Control-Allow-Headers", "*");
        context.header("Access-Control-Max-Age", Long.toString(PREFLIGHT_KEPT.toSeconds()));
        context.header("Cache-Control", "no-store");
        context.status(204);
        context.res().setContentType(null);
    }

    /** Sends the refusal's status and sentence. Caches may keep it exactly as long as its reason allows. */
    static void refusal(Context context, Refusal refusal) {
        RequestNotes notes = RequestNotes.of(context.req());
        notes.refused(refusal);
        context.header("Link", notes.helpLink());
        context.header("Cache-Control", cacheControl(refusal.reason()));
        if (refusal.reason() == Reason.METHOD_NOT_ALLOWED) {
            context.header("Allow", METHODS);
        }
        refusal.retryAfter().ifPresent(wait -> context.header("Retry-After", Long.toString(wait.toSeconds())));
        send(context, refusal.reason().status(), PLAIN, (refusal.sentence() + "\n").getBytes(UTF_8));
    }

    static String cacheControl(Reason reason) {
        return reason.keep().isZero()
                ? "no-store"
                : "public, max-age=" + reason.keep().toSeconds();
    }

    /** Sends 503. The cause is in the log, and a retry may help. */
    static void fault(Context context) {
        context.header("Link", RequestNotes.of(context.req()).helpLink());
        context.header("Cache-Control", "no-store");
        context.header("Retry-After", "5");
        send(context, 503, PLAIN, "Something broke on our side.\n".getBytes(UTF_8));
    }

    static void text(Context context, int status, String mediaType, String text) {
        context.header("Cache-Control", "no-store");
        send(context, status, mediaType, text.getBytes(UTF_8));
    }

    /** Sends 200 with these bytes, or 304 when the visitor has them. */
    static void sendUnlessKnown(Context context, String mediaType, byte[] body) {
        String eTag = Digest.quotedMd5(body);
        context.header("ETag", eTag);
        if (EntityTags.match(context.header("If-None-Match"), eTag)) {
            begin(context, 304, mediaType, body.length);
        } else {
            send(context, 200, mediaType, body);
        }
    }

    static void send(Context context, int status, String mediaType, byte[] body) {
        begin(context, status, mediaType, body.length);
        if (isHead(context)) {
            return;
        }
        try {
            context.res().getOutputStream().write(body);
        } catch (IOException visitorLeft) {
            throw new UncheckedIOException(visitorLeft);
        }
    }

    private static void begin(Context context, int status, String mediaType, long length) {
        context.status(status);
        context.res().setContentType(mediaType);
        context.res().setContentLengthLong(length);
    }

    private static boolean isHead(Context context) {
        return context.req().getMethod().equals("HEAD");
    }

    private static String serverTiming(RenditionAnswer answer) {
        String source = "source;desc=" + answer.source().label();
        return answer.stages().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(stage -> ", " + metric(stage.getKey(), stage.getValue()))
                .collect(Collectors.joining("", source, ""));
    }

    private static String metric(Stage stage, Duration took) {
        return String.format(Locale.ROOT, "%s;dur=%.1f", stage.label(), took.toNanos() / 1e6);
    }
}
