package latent.local.website;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** The two names that S3 gives every request, for the day one asks its support. */
record RequestIds(String requestId, String hostId) {
    static RequestIds draw(RandomGenerator random) {
        byte[] host = new byte[56];
        random.nextBytes(host);
        return new RequestIds(
                "%016X".formatted(random.nextLong()), Base64.getEncoder().encodeToString(host));
    }
}
