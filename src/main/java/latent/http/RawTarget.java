package latent.http;

import static latent.refusal.Reason.MALFORMED_KEY;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import latent.refusal.Refusal;

/**
 * Decodes the path of a request exactly once. Nothing is normalised: {@code ..}, {@code //} and {@code ;} stay, and the grammar of keys refuses them.
 */
final class RawTarget {
    private RawTarget() {}

    /**
     * The key in a raw path.
     *
     * @param rawPath as in the request line, without query
     * @return what follows the first slash
     * @throws Refusal when an escape is broken or the bytes are not UTF-8
     */
    static String decode(String rawPath) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rawPath.length());
        for (int i = rawPath.startsWith("/") ? 1 : 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c > 0x7f) {
                throw malformed();
            }
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            bytes.write(hexDigit(rawPath, i + 1) << 4 | hexDigit(rawPath, i + 2));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static int hexDigit(String text, int at) {
        // not Character.digit, which takes the digits of other scripts too
        if (at >= text.length() || !HexFormat.isHexDigit(text.charAt(at))) {
            throw malformed();
        }
        return HexFormat.fromHexDigit(text.charAt(at));
    }

    private static Refusal malformed() {
        return new Refusal(MALFORMED_KEY, "This path is not percent-encoded UTF-8.");
    }
}
