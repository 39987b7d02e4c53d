package latent.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The single range of bytes that a request asks for (RFC 9110, 14.1.2 and 14.2).
 *
 * @param first offset of its first byte
 * @param last  offset of its last byte, below the length of the rendition
 */
record RequestedRange(int first, int last) {
    private static final Pattern ONE =
            Pattern.compile("\\s*bytes\\s*=\\s*(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))\\s*");

    /**
     * Parses the headers. Empty, so that the whole rendition is sent, when there is no range, more than one, an unreadable one, or one for another
     * version ({@code If-Range}).
     *
     * @throws Refusal RANGE_OUTSIDE when the range has none of the bytes
     */
    static Optional<RequestedRange> of(@Nullable String range, @Nullable String ifRange, String eTag, int length) {
        if (range == null || (ifRange != null && !ifRange.strip().equals(eTag))) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(range);
        if (!one.matches()) {
            return Optional.empty();
        }
        boolean suffix = one.group(1) == null;
        long first = suffix ? Math.max(0, length - Long.parseLong(one.group(3))) : Long.parseLong(one.group(1));
        long last = suffix || one.group(2).isEmpty() ? length - 1 : Long.parseLong(one.group(2));
        if (!suffix && last < first && !one.group(2).isEmpty()) {
            return Optional.empty(); // no valid range, so none was asked for
        }
        if (first >= length) {
            throw new Refusal(
                    Reason.RANGE_OUTSIDE, "The picture has " + length + " bytes; ask for a range within them.");
        }
        return Optional.of(new RequestedRange((int) first, (int) Math.min(last, length - 1)));
    }

    int length() {
        return last - first + 1;
    }

    /** Value of {@code Content-Range}. */
    String of(int whole) {
        return "bytes " + first + "-" + last + "/" + whole;
    }
}
