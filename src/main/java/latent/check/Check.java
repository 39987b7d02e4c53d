package latent.check;

import java.io.IOException;

/** One check of a deployment. */
record Check(String name, Look look) {
    /** Sends requests and judges the answers. */
    @FunctionalInterface
    interface Look {
        /**
         * Runs the check.
         *
         * @throws CheckSkipped when the result would mean nothing, because an earlier check has failed
         * @throws IOException when there was no answer
         */
        Finding now() throws IOException;
    }

    /** Thrown by a check that would tell nothing new: the check that found the cause has failed already. */
    static final class CheckSkipped extends IOException {
        private static final long serialVersionUID = 1L;

        CheckSkipped(String why) {
            super(why);
        }
    }
}
