package latent.local.website;

import java.util.Set;
import latent.local.web.Request;

/**
 * The condition on {@code aws:Referer} in a bucket policy, by which only a CDN that sends a secret may get and list. The website front checks it,
 * because the store does not see the visitor's headers.
 *
 * @param secrets any of which will do; none where the policy has no such condition
 */
public record RefererPolicy(Set<String> secrets) {
    public RefererPolicy {
        secrets = Set.copyOf(secrets);
    }

    public static RefererPolicy none() {
        return new RefererPolicy(Set.of());
    }

    public static RefererPolicy of(String secret) {
        return new RefererPolicy(Set.of(secret));
    }

    boolean allows(Request request) {
        return secrets.isEmpty()
                || request.header("Referer").filter(secrets::contains).isPresent();
    }

    @Override
    public String toString() {
        return "RefererPolicy[secrets=" + secrets.size() + "]";
    }
}
