package latent.local.topology;

import static latent.local.edge.CachePolicy.asTheOriginSays;

import java.io.IOException;

/** What the tests of hand-made topologies share. */
abstract class HandMadeSequences {
    static final String KEY = "widgets/myimage_600_400.jpg";
    static final String CACHE_CONTROL = "public, max-age=12312312";
    static final String HIT = "Hit from cloudfront";

    static HandMadeTopology ours(int redirectCode) throws IOException {
        return HandMadeTopology.of(redirectCode).images(asTheOriginSays()).process(asTheOriginSays(), true);
    }
}
