package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;

/**
 * Who may change something by {@code /-/}: whoever shows one of these in {@code Authorization: Bearer}.
 *
 * @param accepted two while one is being replaced by the next; with none nobody may
 */
public record AdminTokens(List<String> accepted) {
    private static final String SCHEME = "Bearer ";

    public AdminTokens {
        accepted = List.copyOf(accepted);
    }

    /**
     * Whether the request may.
     *
     * @param authorization its header, empty where it has none
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
