package latent.local.website;

import java.util.Optional;
import latent.local.web.Request;

/**
 * The condition on {@code aws:Referer} in a bucket policy, by which only a CDN that sends the secret may get and list. Here it is the front's to
 * judge: the store is asked for the front's own sake, and would not see the visitor's headers.
 *
 * @param secret absent where the policy has no such condition
 */
public record RefererPolicy(Optional<String> secret) {
    public static RefererPolicy none() {
        return new RefererPolicy(Optional.empty());
    }

    public static RefererPolicy of(String secret) {
        return new RefererPolicy(Optional.of(secret));
    }

    boolean allows(Request request) {
        return secret.isEmpty() || secret.equals(request.header("Referer"));
    }

    @Override
    public String toString() {
        return "RefererPolicy[secret=****]";
    }
}
