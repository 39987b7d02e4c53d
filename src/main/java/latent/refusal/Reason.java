package latent.refusal;

import java.time.Duration;

/**
 * All reasons for which a request is refused, each with its HTTP status and how long a shared cache may keep the answer.
 *
 * <p>CloudFront keeps 400, 403, 405 and 415 only when they carry {@code max-age}, keeps 404 in any case, and never keeps 413, 422 or 429. So bad
 * input is refused with a status that an edge can answer again by itself, and lack of room with 429, which never sticks to a key
 * (CloudFront developer guide, "HTTP status codes that CloudFront caches").
 */
public enum Reason implements AnswerCode {
    /** Jetty's own refusals, which also have other statuses of 4xx and 505. */
    BAD_REQUEST(
            400,
            Duration.ZERO,
            "The request is no HTTP, its header is too long, or its path could mean two things to two servers.",
            "Mend the client. A path must not have //, an encoded slash, or a dot segment."),
    MALFORMED_KEY(
            400,
            Duration.ofMinutes(5),
            "The path is no rendition key, or not in its one spelling.",
            "Write the key as the sentence says; docs/url-reference.md has all options in their order."),
    NOT_SIGNED(
            403,
            Duration.ofMinutes(5),
            "Keys are signed here, and this one has no signature or a wrong one.",
            "Sign the key with ./latent sign, or where the page is written, with a secret of keys.signing-secrets."),
    OFF_LADDER(
            403,
            Duration.ofMinutes(5),
            "The size is none of keys.ladder.",
            "Ask for a size of the ladder, or add this one to keys.ladder."),
    NOT_FROM_THE_EDGE(
            403,
            Duration.ZERO,
            "The request has not come by way of the distribution: X-Origin-Verify is not one of http.origin-secrets.",
            "Ask by the distribution's name. If visitors get this, the distribution and http.origin-secrets have different secrets."),
    NOT_A_RENDITION(
            404,
            Duration.ofMinutes(1),
            "The key names something that is not here: a preset, a watermark, a place outside the picture, or a kind of file.",
            "Correct the key, or add the preset (keys.presets) or the watermark (renditions.watermarks)."),
    ORIGINAL_MISSING(
            404,
            Duration.ofMinutes(1),
            "The bucket of originals has no such key, or the host of these originals no such file.",
            "Upload the original under exactly this key; small and capital letters differ. Caches forget the 404 in a minute."),
    METHOD_NOT_ALLOWED(
            405,
            Duration.ZERO,
            "The method is none of GET, HEAD and OPTIONS.",
            "Ask with GET or HEAD; originals are uploaded to S3, not here."),
    RANGE_OUTSIDE(
            416,
            Duration.ZERO,
            "The range begins behind the end of the rendition.",
            "Ask without a range, or with one inside the length that Content-Range says."),
    UNSUPPORTED_FORMAT(
            415,
            Duration.ofMinutes(5),
            "The original is of a kind, or the key asks for something, that the engine in use cannot do.",
            "Upload the original as JPEG, PNG or WebP; or use the engine that can: docs/engines.md has the table."),
    NOT_A_PICTURE(
            415,
            Duration.ofMinutes(1),
            "The original is damaged, not whole, or no picture.",
            "Open the original in a viewer, export it anew and upload it again; detail has the decoder's own words."),
    TOO_LARGE(
            415,
            Duration.ofMinutes(5),
            "The original, or what is asked for, is larger than what is allowed.",
            "Upload a smaller original or ask for a smaller rendition; or raise originals.max-mebibytes or originals.max-megapixels."),
    RENDER_LIMIT_REACHED(
            415,
            Duration.ofMinutes(1),
            "The render was ended at its limit of time or memory, now or within the last ten minutes.",
            "Ask for a smaller size or fewer options; or raise render.deadline or render.max-mebibytes."),
    OVER_MAX_COST(
            415,
            Duration.ofMinutes(5),
            "The render is expected to take longer than render.max-cost.",
            "Ask for a smaller size, less blur or another format; or raise render.max-cost."),
    CLIENT_RATE_LIMITED(
            429,
            Duration.ZERO,
            "This client has used up its tokens for new renditions.",
            "Wait as long as Retry-After says. If it is one of your own, make renditions ahead, or raise rate.client-burst and"
                    + " rate.client-refill."),
    ORIGINAL_RATE_LIMITED(
            429,
            Duration.ZERO,
            "This original has had all the new renditions that it may have in a day.",
            "Find out who asks for so many sizes of it; set keys.ladder, or raise rate.original-daily."),
    SERVICE_RATE_LIMITED(
            429,
            Duration.ZERO,
            "All clients together have used up the tokens for new renditions.",
            "Look for a flood of new sizes; set keys.ladder or sign keys, add processors, or raise rate.service-burst and"
                    + " rate.service-refill."),
    NO_ROOM(
            429,
            Duration.ZERO,
            "There is no room now: connections, threads, memory or render workers are all in use.",
            "Ask again as Retry-After says. If it stays, add processors, or raise the limit that the sentence speaks of: render.* or"
                    + " http.max-connections.");

    private final int status;
    private final Duration keep;
    private final String cause;
    private final String remedy;

    Reason(int status, Duration keep, String cause, String remedy) {
        this.status = status;
        this.keep = keep;
        this.cause = cause;
        this.remedy = remedy;
    }

    @Override
    public int status() {
        return status;
    }

    /** How long caches may keep the refusal; zero means not at all. */
    public Duration keep() {
        return keep;
    }

    @Override
    public String cause() {
        return cause;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
