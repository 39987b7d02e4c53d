package latent.local.website;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** The two ids that S3 gives every request, as its support asks for them. */
record RequestIds(String requestId, String hostId) {
    static RequestIds draw(RandomGenerator random) {
        byte[] host = new byte[56];
        random.nextBytes(host);
        return new RequestIds(
                "%016X".formatted(random.nextLong()), Base64.getEncoder().encodeToString(host));
    }
}
