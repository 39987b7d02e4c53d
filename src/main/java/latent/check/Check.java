package latent.check;

import java.io.IOException;

/** One question to the deployment. */
record Check(String name, Look look) {
    /** Asks. */
    @FunctionalInterface
    interface Look {
        /**
         * Asks, and judges the answer.
         *
         * @throws Pointless   when the question makes no sense after what was seen before
         * @throws IOException when there was no answer
         */
        Finding now() throws IOException;
    }

    /** A question that is not worth asking any more: the check that found out why has failed already. */
    static final class Pointless extends IOException {
        private static final long serialVersionUID = 1L;

        Pointless(String why) {
            super(why);
        }
    }
}
