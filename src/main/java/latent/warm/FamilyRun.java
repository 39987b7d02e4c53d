package latent.warm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.lazy.RenditionWarmer;
import latent.lazy.RenditionWarmer.Warmed;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.warm.WarmReceipt.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Makes the renditions of one family: first looks up which are stored, several at one time; then renders the missing ones, one after the other, and
 * stores them in the background. Used by one thread.
 */
final class FamilyRun {
    private static final int LOOK_UPS_AT_ONE_TIME = 4;

    /** Renditions of similar size can start from the same decoded pixels, in whatever format they are. */
    static final Comparator<RenditionKey> BY_SIZE = Comparator.comparingLong(FamilyRun::largestSide);

    private final OriginalKey original;
    private final BooleanSupplier goOn;
    private final LongSupplier nanoTime;
    private final List<WarmReceipt> receipts = new ArrayList<>();

    /** An S3 that does not answer would cost half a minute for each of them. */
    private volatile boolean failed;

    FamilyRun(OriginalKey original, BooleanSupplier goOn, LongSupplier nanoTime) {
        this.original = original;
        this.goOn = goOn;
        this.nanoTime = nanoTime;
    }

    /** Result of a look-up: either the key of a missing rendition, or a receipt. */
    private record LookedUp(Optional<RenditionKey> missing, Optional<WarmReceipt> receipt) {}

    /**
     * Looks up which renditions are stored.
     *
     * @param parse   throws for an invalid key
     * @param isThere asks S3
     * @return the missing renditions
     */
    List<RenditionKey> lookUp(
            Collection<String> keys, Function<String, RenditionKey> parse, Predicate<RenditionKey> isThere) {
        List<LookedUp> all = keys.stream()
                .gather(Gatherers.mapConcurrent(LOOK_UPS_AT_ONE_TIME, key -> lookUp(key, parse, isThere)))
                .toList();
        all.forEach(one -> one.receipt().ifPresent(receipts::add));
        return all.stream()
                .flatMap(one -> one.missing().stream())
                .sorted(BY_SIZE)
                .toList();
    }

    private LookedUp lookUp(String key, Function<String, RenditionKey> parse, Predicate<RenditionKey> isThere) {
        if (failed) {
            return new LookedUp(Optional.empty(), Optional.of(notTried(key)));
        }
        long start = nanoTime.getAsLong();
        try {
            RenditionKey parsed = parse.apply(key);
            if (!parsed.original().equals(original)) {
                throw new Refusal(Reason.NOT_A_RENDITION, "This is no rendition of " + original + ".");
            }
            return isThere.test(parsed)
                    ? new LookedUp(Optional.empty(), Optional.of(receipt(key, Outcome.THERE, 0, start, "")))
                    : new LookedUp(Optional.of(parsed), Optional.empty());
        } catch (RuntimeException e) {
            return new LookedUp(Optional.empty(), Optional.of(failure(key, start, e)));
        }
    }

    /** Renders and stores the missing renditions. */
    void make(List<RenditionKey> missing, RenditionWarmer warmer) {
        List<CompletableFuture<WarmReceipt>> made = new ArrayList<>();
        long start = nanoTime.getAsLong();
        try (RenditionWarmer.Family family = warmer.family(original)) {
            family.begin();
            for (RenditionKey key : missing) {
                if (goOn.getAsBoolean()) {
                    made.add(make(key, family));
                }
            }
        } catch (RuntimeException noOriginal) {
            missing.forEach(key -> receipts.add(failure(key.value(), start, noOriginal)));
        }
        made.forEach(receipt -> receipts.add(receipt.join()));
    }

    private CompletableFuture<WarmReceipt> make(RenditionKey key, RenditionWarmer.Family family) {
        if (failed) {
            return CompletableFuture.completedFuture(notTried(key.value()));
        }
        long start = nanoTime.getAsLong();
        try {
            return family.make(key)
                    .handle((warmed, e) ->
                            e == null ? receipt(key.value(), warmed, start) : failure(key.value(), start, cause(e)));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failure(key.value(), start, e));
        }
    }

    List<WarmReceipt> receipts() {
        return List.copyOf(receipts);
    }

    private static long largestSide(RenditionKey key) {
        RequestedSize box = key.transformation().deviceBox();
        return Math.max(box.width(), box.height());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }

    private WarmReceipt notTried(String key) {
        return new WarmReceipt(original.value(), key, Outcome.FAILED, 0, 0, "Not tried after the failure before it.");
    }

    private WarmReceipt failure(String key, long start, Throwable e) {
        if (e instanceof Refusal refusal && refusal.reason() != Reason.NO_ROOM) {
            return receipt(key, Outcome.REFUSED, 0, start, refusal.getMessage());
        }
        failed = true;
        return receipt(key, Outcome.FAILED, 0, start, e instanceof Refusal ? e.getMessage() : e.toString());
    }

    private WarmReceipt receipt(String key, Warmed warmed, long start) {
        Outcome outcome = switch (warmed.result()) {
            case MADE -> Outcome.MADE;
            case THERE -> Outcome.THERE;
            case OUTDATED -> Outcome.OUTDATED;
        };
        return receipt(key, outcome, warmed.bytes(), start, "");
    }

    private WarmReceipt receipt(String key, Outcome outcome, long bytes, long start, @Nullable String detail) {
        long millis = (nanoTime.getAsLong() - start) / 1_000_000;
        return new WarmReceipt(original.value(), key, outcome, bytes, millis, detail == null ? "" : detail);
    }
}
