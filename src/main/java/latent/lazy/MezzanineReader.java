package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import latent.admission.Price;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.key.Transformation;
import latent.lazy.OpenedRenders.Request;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenditionRenderer.Rendered;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.MezzanineSource;
import latent.store.OriginalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes small renditions from mezzanines. While one is fetched and rendered S3 is asked which version of the original there is, and what was made of
 * another is let go. Whatever is wrong with a mezzanine, the rendition is made from the original. Thread-safe.
 */
final class MezzanineReader {
    private static final Duration WITHOUT = Duration.ofMinutes(10);
    private static final Set<Reason> OF_ITS_FILE =
            EnumSet.of(Reason.NOT_A_PICTURE, Reason.UNSUPPORTED_FORMAT, Reason.TOO_LARGE);
    private static final Logger LOG = LoggerFactory.getLogger(MezzanineReader.class);

    private final OriginalReader files;
    private final OriginalVersions versions;
    private final RenderAdmission admission;
    private final OpenedRenders renders;
    private final Meters meters;
    private final RepeatedWarning faults = new RepeatedWarning(LOG);
    private final Cache<OriginalKey, Boolean> without =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(WITHOUT).build();
    private final MezzaninePause pause;

    /**
     * A reader.
     *
     * @param files    opens mezzanines
     * @param versions of the originals
     * @param renders  of mezzanines
     */
    MezzanineReader(
            OriginalReader files,
            OriginalVersions versions,
            RenderAdmission admission,
            OpenedRenders renders,
            Meters meters) {
        this.files = files;
        this.versions = versions;
        this.admission = admission;
        this.renders = renders;
        this.meters = meters;
        this.pause = new MezzaninePause(versions::now);
    }

    /**
     * What became of a rendition.
     *
     * @param rendered empty where it must be made from the original
     * @param wanted   whether a mezzanine would have been of use
     */
    record Attempt(Optional<Rendered> rendered, boolean wanted) {
        static final Attempt NOTHING = new Attempt(Optional.empty(), false);
        private static final Attempt WANTED = new Attempt(Optional.empty(), true);
    }

    /** Whether a rendition may begin with a mezzanine, as far as its key tells. */
    boolean mayServe(RenditionKey key) {
        return MezzanineRule.mayServe(key.transformation())
                && renders.originals().source(key.original()).equals(OriginalStore.BUCKET)
                && without.getIfPresent(key.original()) == null
                && !pause.lasts();
    }

    /** Has been told of an original that is not worth one; another version of it may be, later. */
    void hasNone(OriginalKey original) {
        without.put(original, true);
    }

    /** Opens a mezzanine; the caller closes it. */
    Opened open(OriginalKey original) {
        return files.open(original);
    }

    /**
     * Renders.
     *
     * @param opening of the mezzanine
     * @throws Refusal when the client has no tokens left or there is no room
     */
    Attempt render(Request request, PendingOriginal opening) {
        try (Opened mezzanine = request.watch().time(Stage.OPEN, opening::take)) {
            return render(request, mezzanine);
        } catch (Refusal refusal) {
            return refused(request, refusal);
        } catch (RuntimeException fault) {
            pause.begin();
            meters.mezzanine("failed");
            faults.add("the mezzanine of " + request.original() + " cannot be read, originals are used for "
                    + MezzaninePause.TIME.toSeconds() + " s: " + fault);
            return Attempt.NOTHING;
        }
    }

    private Attempt refused(Request request, Refusal refusal) {
        if (refusal.reason() == Reason.ORIGINAL_MISSING) {
            return counted("missing", Attempt.WANTED);
        }
        if (OF_ITS_FILE.contains(refusal.reason())) {
            faults.add("the mezzanine of " + request.original() + " is of no use and will be made anew: " + refusal);
            return counted("failed", Attempt.WANTED);
        }
        throw refusal;
    }

    private Attempt render(Request request, Opened mezzanine) {
        Optional<MezzanineSource> source =
                MezzanineSource.of(mezzanine.original().metadata());
        if (source.isEmpty() || mezzanine.header().isEmpty()) {
            return counted("failed", Attempt.WANTED);
        }
        CompletableFuture<Boolean> current = isCurrent(request.original(), source.get());
        Optional<Way> way = way(request, mezzanine, source.get());
        if (way.isEmpty()) {
            return counted("unfit", Attempt.NOTHING);
        }
        request.charge().ofExistingOriginal();
        request.charge().raise(way.get().price());
        Optional<Rendered> rendered = renders.render(request.by(way.get().transformation()), mezzanine);
        if (rendered.isEmpty() || !SingleFlight.await(current)) {
            return counted("stale", Attempt.WANTED);
        }
        request.charge().settle(way.get().price());
        return counted(
                "hit",
                new Attempt(
                        Optional.of(new Rendered(
                                rendered.get().rendition(), source.get().eTag())),
                        false));
    }

    /** How the rendition is made. */
    private record Way(Transformation transformation, Price price) {}

    /** Empty also where the original's own way has a refusal to give. */
    private Optional<Way> way(Request request, Opened mezzanine, MezzanineSource source) {
        try {
            return MezzanineRule.onMezzanine(
                            source.header(), mezzanine.header().orElseThrow().upright(), request.transformation())
                    .map(transformation -> new Way(
                            transformation,
                            admission.price(source.header(), source.bytes(), request.transformation())));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** Asked from now on: who comes after a change must not get what was before it. */
    private CompletableFuture<Boolean> isCurrent(OriginalKey original, MezzanineSource source) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        long since = versions.now();
        Thread.ofVirtual().name("original-version").start(() -> {
            try {
                answer.complete(versions.isCurrent(original, source.eTag(), since));
            } catch (RuntimeException fault) {
                answer.complete(false); // the original's own way will meet it
            }
        });
        return answer;
    }

    private Attempt counted(String outcome, Attempt attempt) {
        meters.mezzanine(outcome);
        return attempt;
    }
}
