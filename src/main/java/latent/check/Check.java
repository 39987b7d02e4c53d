package latent.check;

import java.io.IOException;

/** A named check of a deployment. */
record Check(String name, Look look) {
    /** Sends requests and judges the answers. */
    @FunctionalInterface
    interface Look {
        /**
         * Runs the check.
         *
         * @throws CheckSkipped when an earlier check has failed, so that the result would mean nothing
         * @throws IOException when there was no answer
         */
        Finding now() throws IOException;
    }

    /** Thrown by a check that depends on an earlier check, which has failed already. */
    static final class CheckSkipped extends IOException {
        private static final long serialVersionUID = 1L;

        CheckSkipped(String why) {
            super(why);
        }
    }
}
