package latent.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import latent.admission.RateLimits;
import latent.http.AdminTokens;
import latent.http.FallbackStatus;
import latent.http.OriginVerification;
import latent.http.ProcessorServer.Listen;
import latent.http.ProcessorServer.Reporting;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Ladder;
import latent.key.OriginalKey;
import latent.key.Signing;
import latent.lazy.FallbackPicture;
import latent.lazy.WriteBackSettings;
import latent.plan.Prices;
import latent.purge.InvalidateBy;
import latent.render.RenderSettings;
import latent.render.header.Limits;
import latent.store.ListPermission;
import latent.store.MezzaninePlace;
import latent.store.S3Access;
import latent.store.http.HttpSources;
import latent.warm.ChangeSource;

/** All settings, complete and checked. */
public record Settings(
        S3Access s3,
        Buckets buckets,
        HttpSources sources,
        Listen listen,
        OriginVerification edge,
        AdminTokens admin,
        Reporting reporting,
        Keys keys,
        Fallback fallback,
        RateLimits.Budgets rates,
        Render render,
        WriteBackSettings writeBack,
        Changes changes,
        Prices prices) {

    /**
     * The two buckets, and what holds for all objects in them.
     *
     * @param maxHeldBytes of originals in memory that are not being rendered
     * @param unusedDays   after how many without a request a rendition is unused; 0 where it is not said
     * @param watermarks   keys of originals, by name
     * @param mezzanines   where they lie; empty where there are none
     */
    public record Buckets(
            String originals,
            Limits limits,
            long maxHeldBytes,
            String renditions,
            ListPermission listing,
            String cacheControl,
            int unusedDays,
            Map<String, OriginalKey> watermarks,
            Optional<MezzaninePlace> mezzanines) {
        public Buckets {
            watermarks = Map.copyOf(watermarks);
        }
    }

    /** Which rendition keys this deployment accepts. */
    public record Keys(KeyRules rules, Ladder ladder, Signing signing) {
        /** The grammar that all commands read and write keys by. */
        public KeyGrammar grammar() {
            return new KeyGrammar(rules, signing);
        }
    }

    /** What is shown where an original cannot be, and with which status; without a picture a refusal is its sentence. */
    public record Fallback(Optional<FallbackPicture> picture, FallbackStatus status) {}

    /** Which engine renders. */
    public enum EngineChoice {
        AUTO,
        VIPS,
        IMGSCALR
    }

    /** What is done with SVG originals. */
    public enum SvgOriginals {
        REFUSED,
        DRAWN
    }

    /** Where libvips runs. */
    public enum Isolation {
        WORKERS,
        NONE
    }

    /**
     * The native libraries to load, where the operator has chosen them.
     *
     * @param libheif for HEIC: where it is chosen, HEIC is read or there is no start
     */
    public record Libraries(Optional<Path> libvips, Optional<Path> libheif) {}

    /**
     * How much is rendered at one time, and by what.
     *
     * @param maxBytes memory of all renders together; empty leaves it to the engine
     * @param maxCost  CPU time that one of them may be expected to take
     */
    public record Render(
            EngineChoice engine,
            Libraries libraries,
            Isolation isolation,
            RenderSettings qualities,
            int threads,
            OptionalLong maxBytes,
            int maxWaiting,
            Duration patience,
            Duration deadline,
            Duration maxCost) {}

    /**
     * What happens when an original changes.
     *
     * @param source        who takes messages off the queue
     * @param queue         the queue that S3 writes to; empty where there is none
     * @param distributions ids of the CloudFront distributions that cache renditions
     * @param invalidateBy  what invalidations name
     */
    public record Changes(
            ChangeSource source, Optional<URI> queue, List<String> distributions, InvalidateBy invalidateBy) {
        public Changes {
            distributions = List.copyOf(distributions);
        }
    }
}
