package latent.admission;

import java.util.Optional;
import latent.refusal.Refusal;

/** Tokens set aside for one rendition. When it is closed without being settled, all of them go back. Used by one thread. */
public final class Charge implements AutoCloseable {
    private final Optional<Held> held;
    private boolean settled;

    Charge(ReservedTokens client, ReservedTokens service, Original original) {
        this.held = Optional.of(new Held(client, service, original));
    }

    private Charge() {
        this.held = Optional.empty();
    }

    /** A charge of no tokens, for renditions that no visitor has asked for. */
    public static Charge free() {
        return new Charge();
    }

    /**
     * Takes the token of the original, once it is known to exist: made-up names of originals must not take up memory.
     *
     * @throws Refusal ORIGINAL_RATE_LIMITED
     */
    public void ofExistingOriginal() {
        held.ifPresent(shares -> shares.original.take());
    }

    /** Changes the tokens of client and service to the estimated price, before the render. All of them go back if nothing is rendered. */
    public void raise(Price price) {
        held.ifPresent(shares -> shares.owe(price));
    }

    /** Settles the price of a rendition that was made, or that failed in the decoder. */
    public void settle(Price price) {
        raise(price);
        settled = true;
    }

    /** Settles the price of a look-up, when nothing was rendered. */
    public void settleLookUp() {
        held.ifPresent(shares -> shares.original.giveBack());
        settle(Price.LOOK_UP);
    }

    @Override
    public void close() {
        if (!settled) {
            held.ifPresent(Held::giveBack);
        }
    }

    private record Held(ReservedTokens client, ReservedTokens service, Original original) {
        void owe(Price price) {
            client.settle(price.kilopixels());
            service.settle(price.kilopixels());
        }

        void giveBack() {
            client.giveBack();
            service.giveBack();
            original.giveBack();
        }
    }

    /** The token of the original, which is taken later than the others, and once. */
    static final class Original {
        private final Buckets buckets;
        private final String key;
        private Optional<ReservedTokens> taken = Optional.empty();

        Original(Buckets buckets, String key) {
            this.buckets = buckets;
            this.key = key;
        }

        private void take() {
            if (taken.isEmpty()) {
                taken = Optional.of(buckets.take(key, 1));
            }
        }

        private void giveBack() {
            taken.ifPresent(ReservedTokens::giveBack);
            taken = Optional.empty();
        }
    }
}
