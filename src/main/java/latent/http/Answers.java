package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import latent.admission.AnswerMemory;
import latent.admission.BodyRoom;
import latent.lazy.RenditionAnswer;
import latent.lazy.Stage;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.CacheTag;
import latent.store.ReadableRendition;

/** Turns results, refusals and faults into responses. A body goes out with its exact length. */
final class Answers {
    private static final String PLAIN = "text/plain; charset=utf-8";

    private Answers() {}

    /**
     * 200 with the rendition, or 304 when the visitor has it.
     *
     * @throws Refusal NO_ROOM when others take all room for bodies; nothing is sent yet
     * @throws UncheckedIOException when the reader has left, or the rest of the bytes cannot be had: the answer must be cut off
     */
    static void rendition(Context context, RenditionAnswer answer, String cacheTag, AnswerMemory memory) {
        ReadableRendition rendition = answer.rendition();
        if (EntityTags.match(context.header("If-None-Match"), rendition.eTag())) {
            headers(context, answer, cacheTag);
            context.status(304);
            return;
        }
        if (isHead(context)) {
            headers(context, answer, cacheTag);
            begin(context, 200, rendition.mediaType(), rendition.length());
            return;
        }
        // before any header, because it may be refused
        try (BodyRoom.Held held = hold(rendition, memory)) {
            headers(context, answer, cacheTag);
            begin(context, 200, rendition.mediaType(), rendition.length());
            rendition.writeTo(context.res().getOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
        // a redirect from the images host makes every <img crossorigin> a request from origin "null"
        context.header("Access-Control-Allow-Origin", "*");
    }

    /** The refusal's status and sentence; caches may keep it exactly as long as its reason allows. */
    static void refusal(Context context, Refusal refusal) {
        context.header("Cache-Control", cacheControl(refusal.reason()));
        if (refusal.reason() == Reason.METHOD_NOT_ALLOWED) {
            context.header("Allow", "GET, HEAD");
        }
        refusal.retryAfter().ifPresent(wait -> context.header("Retry-After", Long.toString(wait.toSeconds())));
        send(context, refusal.reason().status(), PLAIN, (refusal.sentence() + "\n").getBytes(UTF_8));
    }

    static String cacheControl(Reason reason) {
        return reason.keep().isZero()
                ? "no-store"
                : "public, max-age=" + reason.keep().toSeconds();
    }

    /** 503: it is our fault, it is in the log, and asking again may help. */
    static void fault(Context context) {
        context.header("Cache-Control", "no-store");
        context.header("Retry-After", "5");
        send(context, 503, PLAIN, "Something broke on our side.\n".getBytes(UTF_8));
    }

    static void text(Context context, int status, String mediaType, String text) {
        context.header("Cache-Control", "no-store");
        send(context, status, mediaType, text.getBytes(UTF_8));
    }

    private static void send(Context context, int status, String mediaType, byte[] body) {
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
