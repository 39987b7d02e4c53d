package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import latent.lazy.Answer;
import latent.lazy.Stage;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.Rendition;

/** Turns results, refusals and faults into responses. The body is always bytes that we already have, with their exact length. */
final class Answers {
    private static final String PLAIN = "text/plain; charset=utf-8";

    private Answers() {}

    /** 200 with the rendition, or 304 when the visitor has it. */
    static void rendition(Context context, Answer answer) {
        Rendition rendition = answer.rendition();
        context.header("ETag", rendition.eTag());
        context.header("Cache-Control", rendition.cacheControl());
        context.header("Server-Timing", serverTiming(answer));
        // a redirect from the images host makes every <img crossorigin> a request from origin "null"
        context.header("Access-Control-Allow-Origin", "*");
        if (EntityTags.match(context.header("If-None-Match"), rendition.eTag())) {
            context.status(304);
            return;
        }
        send(context, 200, rendition.mediaType(), rendition.bytes());
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
        context.status(status);
        context.res().setContentType(mediaType);
        context.res().setContentLength(body.length);
        if (context.req().getMethod().equals("HEAD")) {
            return;
        }
        try {
            context.res().getOutputStream().write(body);
        } catch (IOException visitorLeft) {
            throw new UncheckedIOException(visitorLeft);
        }
    }

    private static String serverTiming(Answer answer) {
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
