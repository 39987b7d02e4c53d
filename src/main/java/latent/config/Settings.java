package latent.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import latent.admission.Budget;
import latent.http.OriginVerification;
import latent.http.ProcessorServer.Listen;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Ladder;
import latent.key.OriginalKey;
import latent.key.Signing;
import latent.lazy.WriteBackTiming;
import latent.plan.Prices;
import latent.purge.InvalidateBy;
import latent.render.RenderSettings;
import latent.render.header.Limits;
import latent.store.ListPermission;
import latent.store.S3Access;
import latent.warm.ChangeSource;

/** What the operator said, complete and checked. */
public record Settings(
        S3Access s3,
        Buckets buckets,
        Listen listen,
        OriginVerification edge,
        Keys keys,
        Rates rates,
        Render render,
        WriteBack writeBack,
        Changes changes,
        Prices prices) {

    /**
     * The two buckets, and what is true of all that lies in them.
     *
     * @param watermarks keys of originals, by name
     */
    public record Buckets(
            String originals,
            Limits limits,
            String renditions,
            ListPermission listing,
            String cacheControl,
            Map<String, OriginalKey> watermarks) {
        public Buckets {
            watermarks = Map.copyOf(watermarks);
        }
    }

    /** Which keys are keys here. */
    public record Keys(KeyRules rules, Ladder ladder, Signing signing) {
        /** The grammar that all commands read and write keys by. */
        public KeyGrammar grammar() {
            return new KeyGrammar(rules, signing);
        }
    }

    /** Token budgets: clients and service in thousands of pixels, originals in renditions. */
    public record Rates(Budget client, Budget original, Budget service, long maxIdentities) {}

    /** Which engine renders. */
    public enum EngineChoice {
        AUTO,
        VIPS,
        IMGSCALR
    }

    /** What becomes of SVG originals. */
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
     * How much is rendered at one time, and by what.
     *
     * @param libvips  the library to load, where the operator has chosen one
     * @param maxBytes memory of all renders together; empty leaves it to the engine
     * @param maxCost  CPU time that one of them may be expected to take
     */
    public record Render(
            EngineChoice engine,
            Optional<Path> libvips,
            Isolation isolation,
            RenderSettings qualities,
            int threads,
            OptionalLong maxBytes,
            int maxWaiting,
            Duration patience,
            Duration deadline,
            Duration maxCost) {}

    /** When renditions are stored, how much may wait for it, and for how long: when we stop, and an answer that comes after. */
    public record WriteBack(WriteBackTiming when, long maxBytes, Duration drain) {}

    /**
     * What happens when an original changes.
     *
     * @param source        who hands the messages over
     * @param queue         where S3 tells of it; empty where nobody is told
     * @param distributions ids of those in CloudFront that keep renditions
     * @param invalidateBy  what they are told
     */
    public record Changes(
            ChangeSource source, Optional<URI> queue, List<String> distributions, InvalidateBy invalidateBy) {
        public Changes {
            distributions = List.copyOf(distributions);
        }
    }
}
