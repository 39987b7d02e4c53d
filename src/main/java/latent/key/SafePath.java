package latent.key;

import static latent.refusal.Reason.MALFORMED_KEY;
import static latent.refusal.Reason.NOT_A_RENDITION;

import java.nio.charset.StandardCharsets;
import latent.refusal.Refusal;

/** Checks that browsers, CloudFront, S3 and the processor read a path in the same way. */
record SafePath(Alphabet alphabet) {
    /** Longest key in bytes: half of what S3 allows (1,024), so that no prefix or suffix can reach that limit. */
    private static final int MAX_BYTES = 512;

    /** Health, readiness and metrics live under this first segment; no original can. */
    private static final String OWN_SEGMENT = "-";

    void check(String path) {
        if (path.isEmpty()) {
            throw new Refusal(NOT_A_RENDITION, "There is nothing to see at the root.");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new Refusal(MALFORMED_KEY, "A key is at most " + MAX_BYTES + " bytes long.");
        }
        for (int i = 0; i < path.length(); i += Character.charCount(path.codePointAt(i))) {
            if (!alphabet.holds(path.codePointAt(i))) {
                throw new Refusal(MALFORMED_KEY, "This key holds a character that keys may not hold here.");
            }
        }
        String[] segments = path.split("/", -1);
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new Refusal(MALFORMED_KEY, "A key has no empty, \".\" or \"..\" segment.");
            }
        }
        if (segments[0].equals(OWN_SEGMENT)) {
            throw new Refusal(NOT_A_RENDITION, "Nothing under /" + OWN_SEGMENT + "/ is a picture.");
        }
    }
}
