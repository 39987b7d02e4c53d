package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;

/**
 * The tokens that allow changes by {@code /-/}, sent as {@code Authorization: Bearer}.
 *
 * @param accepted valid tokens, two while one replaces the other; with none nobody is allowed
 */
public record AdminTokens(List<String> accepted) {
    private static final String SCHEME = "Bearer ";

    public AdminTokens {
        accepted = List.copyOf(accepted);
    }

    /**
     * Whether a request has a valid token. Compares in constant time.
     *
     * @param authorization the header's value; empty when it is absent
     */
    boolean accept(String authorization) {
        if (!authorization.startsWith(SCHEME)) {
            return false;
        }
        byte[] shown = authorization.substring(SCHEME.length()).getBytes(UTF_8);
        return accepted.stream().anyMatch(token -> MessageDigest.isEqual(token.getBytes(UTF_8), shown));
    }

    @Override
    public String toString() {
        return "AdminTokens[accepted=" + accepted.size() + "]";
    }
}
