package latent.lazy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import latent.image.ImageFormat;
import latent.key.KeyRules;
import latent.metrics.Meters;
import latent.refusal.Refusal;
import latent.render.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fallback picture in each format that the engine writes. They are rendered once, at the start, and kept in memory only. A format that failed
 * then is tried again on request, at most once a minute. Thread-safe.
 */
public final class FallbackPictures {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(FallbackPictures.class);

    private final List<ImageFormat> formats;
    private final Function<ImageFormat, byte[]> renderer;
    private final LongSupplier nanoTime;
    private final Map<ImageFormat, byte[]> made = new ConcurrentHashMap<>();
    private final ReentrantLock making = new ReentrantLock();
    private volatile long triedNanos;
    private boolean told;

    FallbackPictures(Set<ImageFormat> formats, Function<ImageFormat, byte[]> renderer, LongSupplier nanoTime) {
        this.formats = formats.stream().sorted().toList();
        this.renderer = renderer;
        this.nanoTime = nanoTime;
        make();
    }

    /** No fallback pictures: every refusal is sent as text. */
    public static FallbackPictures none() {
        return new FallbackPictures(Set.of(), format -> new byte[0], () -> 0);
    }

    /** Renders the fallback pictures. A failure is logged, not thrown. */
    public static FallbackPictures of(
            FallbackPicture picture,
            KeyRules rules,
            RenditionRenderer renderer,
            Engine engine,
            LongSupplier nanoTime,
            Meters meters) {
        FallbackRenderer fallbacks = new FallbackRenderer(picture, rules, renderer, engine, nanoTime, meters);
        return new FallbackPictures(engine.capabilities().writes(), fallbacks::render, nanoTime);
    }

    /** Whether fallback pictures are configured, also while rendering them fails. */
    public boolean wanted() {
        return !formats.isEmpty();
    }

    /** The fallback picture in this format, not to be changed by the caller; empty when the engine does not write the format, or rendering failed. */
    public Optional<byte[]> in(ImageFormat format) {
        if (!made.containsKey(format) && formats.contains(format)) {
            makeAgain();
        }
        return Optional.ofNullable(made.get(format));
    }

    /** One request tries it; the others go on without. */
    private void makeAgain() {
        if (nanoTime.getAsLong() - triedNanos >= PAUSE.toNanos() && making.tryLock()) {
            try {
                if (nanoTime.getAsLong() - triedNanos >= PAUSE.toNanos()) {
                    make();
                }
            } finally {
                making.unlock();
            }
        }
    }

    private void make() {
        Optional<String> problem = Optional.empty();
        for (ImageFormat format : formats) {
            if (!made.containsKey(format)) {
                Optional<String> failure = make(format);
                problem = problem.or(() -> failure);
            }
        }
        triedNanos = nanoTime.getAsLong();
        if (problem.isPresent() && !told) {
            LOG.warn(
                    "fallback.picture cannot be shown: {} Refusals are text until it can; it is tried again, once a minute"
                            + " at most.",
                    problem.get());
        }
        told = problem.isPresent();
    }

    private Optional<String> make(ImageFormat format) {
        try {
            made.put(format, renderer.apply(format));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(format + ": " + refusal.sentence());
        } catch (RuntimeException fault) {
            // whoever asks is to be refused, as without a fallback picture, and not to be told of a fault
            return Optional.of(format + ": " + fault + ".");
        }
    }
}
